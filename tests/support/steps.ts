import type { Person, TestSite } from './world.ts'

// What became of decisions, as those they are about see it.

export interface Told {
  kind: string
  key: string
  thread: number | null
  item: number | null
}

/** What a member has been told by now, oldest first. */
export async function toldTo(site: TestSite, person: Person): Promise<Told[]> {
  const { id } = await site.row()
  return site.world.db
    .selectFrom('notifications as n')
    .leftJoin('threads as t', (join) =>
      join.onRef('t.site_id', '=', 'n.site_id').onRef('t.id', '=', 'n.thread_id'),
    )
    .leftJoin('roadmap_items as i', (join) =>
      join.onRef('i.site_id', '=', 'n.site_id').onRef('i.id', '=', 'n.item_id'),
    )
    .select(['n.kind', 'n.key', 't.number as thread', 'i.number as item'])
    .where('n.site_id', '=', id)
    .where('n.member_id', '=', person.id)
    .where('n.tell_at', '<=', site.world.clock.now())
    .orderBy('n.tell_at')
    .limit(100)
    .execute()
}

/** What happened to a thread, as its story tells a reader. */
export async function storyOf(site: TestSite, number: number, as?: Person) {
  const { body } = await site.get(`threads/${number}`, as)
  return body.story.items.filter((one: { type: string }) => one.type === 'event') as {
    kind: string
    from: string | null
    to: string | null
    note: string
    item: { number: number; title: string } | null
    ideas: number | null
  }[]
}

export async function statusOf(site: TestSite, number: number, as?: Person): Promise<string> {
  return (await site.get(`threads/${number}`, as)).body.status
}

/** Makes an item and gives its number. */
export async function item(site: TestSite, as: Person, wish: Record<string, unknown> = {}): Promise<number> {
  const answer = await site.post('roadmap/items', { title: 'Routes that fit the bike', ...wish }, as)
  if (answer.status !== 201) throw new Error(`Making an item failed: ${answer.text}`)
  return answer.body.number
}

export async function publish(site: TestSite, as: Person, number: number) {
  const answer = await site.put(`roadmap/items/${number}/publication`, undefined, as)
  if (answer.status !== 200) throw new Error(`Publishing failed: ${answer.text}`)
  return answer.body
}

/** The numbers of a stage's items, in their order, as the product team sees them. */
export async function orderIn(site: TestSite, as: Person, stage: string): Promise<number[]> {
  const { body } = await site.get('roadmap/plan', as)
  const found = body.stages.find((one: { slug: string }) => one.slug === stage)
  return found.items.map((one: { number: number }) => one.number)
}

/** Lines of the ledger, oldest first, without their ids. */
export async function ledger(site: TestSite) {
  const { id } = await site.row()
  return site.world.db
    .selectFrom('decisions')
    .selectAll()
    .where('site_id', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function audited(site: TestSite) {
  const { id } = await site.row()
  const rows = await site.world.db
    .selectFrom('audit_entries')
    .select(['action', 'subject_kind', 'subject', 'actor_id', 'detail'])
    .where('site_id', '=', id)
    .orderBy('id')
    .limit(500)
    .execute()
  return rows
}
