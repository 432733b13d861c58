import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { World } from '../../server/context.ts'
import { planText, roadmapText } from '../../server/roadmap/queries.ts'
import type { Site } from '../../server/sites/queries.ts'
import { item, publish } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

interface Card {
  number: number
  votes: number
  people: number
  ideas: { number: number }[]
}

const cardsOf = (answer: { body: { stages: { slug: string; items: Card[] }[] } }, stage: string) =>
  answer.body.stages.find((one) => one.slug === stage)!.items

describe('the public roadmap', () => {
  it('shows published items by stage, in order, with votes summed and people counted once', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const pia = await site.staff('product')
    const ideas = [await site.idea(lea), await site.idea(lea)]
    for (const idea of ideas) await site.put(`threads/${idea}/vote`, undefined, tom)
    const [a, b, hidden] = [
      await item(site, pia, { title: 'First', threads: ideas }),
      await item(site, pia, { title: 'Second', expectedOn: '2027-05-31' }),
      await item(site, pia, { title: 'Hidden' }),
    ]
    for (const card of [a, b]) await publish(site, pia, card)
    await site.put(`roadmap/items/${b}/place`, { stage: 'consideration', before: a }, pia)

    const answer = await site.get('roadmap')
    expect(answer.status).toBe(200)
    expect(answer.body.stages.map((one: { slug: string }) => one.slug)).toEqual([
      'consideration',
      'exploring',
      'planned',
      'building',
      'shipped',
      'aside',
    ])
    const cards = cardsOf(answer, 'consideration')
    expect(cards.map((one) => one.number)).toEqual([b, a])
    expect(cards[1]).toMatchObject({ votes: 4, people: 2 })
    expect(cards[0]).toMatchObject({ votes: 0, people: 0, ideas: [], expectedOn: '2027-05-31' })
    expect(cards.map((one) => one.number)).not.toContain(hidden)
    expect(answer.text).not.toContain('Hidden')
    // Nothing of what only the team knows.
    expect(Object.keys(cards[0]!).toSorted()).toEqual([
      'expectedOn',
      'ideas',
      'number',
      'people',
      'publishedAt',
      'stage',
      'summary',
      'title',
      'votes',
    ])
    expect((await site.get('roadmap/plan', pia)).text).toContain('Hidden')
  })

  it('counts for each reader only what they may read', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const owner = await site.staff('owner')
    for (const [slug, visibility] of [
      ['club', 'members'],
      ['inner', 'staff'],
    ]) {
      expect(
        (await site.post('boards', { slug, name: slug, kinds: ['idea'], visibility }, owner)).status,
      ).toBe(201)
    }
    const open = await site.idea(lea)
    const club = await site.idea(tom, { board: 'club', title: 'Only for the club' })
    const inner = await site.idea(owner, { board: 'inner', title: 'Only for the team' })
    const card = await item(site, owner, { threads: [open, club, inner] })
    await publish(site, owner, card)
    const seen = async (as?: typeof lea) => {
      const [one] = cardsOf(await site.get('roadmap', as), 'consideration')
      return [one!.votes, one!.people, one!.ideas.map((idea) => idea.number).toSorted()]
    }
    expect(await seen()).toEqual([1, 1, [open]])
    expect(await seen(lea)).toEqual([2, 2, [open, club]])
    expect(await seen(owner)).toEqual([3, 3, [open, club, inner]])
    expect(await seen()).toEqual([1, 1, [open]])
  })

  it('leaves out hidden and merged ideas', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const owner = await site.staff('owner')
    const [good, bad, twin] = [
      await site.idea(lea),
      await site.idea(tom, { title: 'Quicksilver words' }),
      await site.idea(tom),
    ]
    const card = await item(site, owner, { threads: [good, bad, twin] })
    await publish(site, owner, card)
    expect(cardsOf(await site.get('roadmap'), 'consideration')[0]).toMatchObject({ votes: 3, people: 2 })
    const { body: thread } = await site.get(`threads/${bad}`)
    await site.post(`posts/${thread.post}/rulings`, { rule: 1, reason: 'No.', revision: 1 }, owner)
    await site.put(`threads/${twin}/merge`, { into: good }, owner)
    const answer = await site.get('roadmap')
    const [one] = cardsOf(answer, 'consideration')
    expect(one).toMatchObject({ votes: 2, people: 2 })
    expect(one!.ideas.map((idea) => idea.number)).toEqual([good])
    expect(answer.text).not.toContain('Quicksilver')
  })

  it('is the same bytes for all visitors, with an entity tag, until something of it changes', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { threads: [idea] })
    await publish(site, pia, card)
    const first = await site.get('roadmap')
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^"/)
    const again = await site.request('GET', 'roadmap', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    await site.put(`threads/${idea}/vote`, undefined, await site.member())
    const after = await site.get('roadmap')
    expect(after.headers.get('etag')).not.toBe(etag)
    expect(cardsOf(after, 'consideration')[0]).toMatchObject({ votes: 2, people: 2 })
    expect((await site.get('roadmap/plan', pia)).headers.get('etag')).toBeNull()
  })

  it('holds nothing of another site', async () => {
    const { site: make } = await testWorld()
    const [ours, theirs] = [await make(), await make()]
    const pia = await ours.staff('product')
    await publish(ours, pia, await item(ours, pia, { title: 'Quicksilver' }))
    expect((await ours.get('roadmap')).text).toContain('Quicksilver')
    expect((await theirs.get('roadmap')).text).not.toContain('Quicksilver')
  })

  it('shows a hundred items of a stage at most', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const card = await item(site, pia)
    await publish(site, pia, card)
    const { id } = await site.row()
    const row = await site.world.db
      .selectFrom('roadmap_items')
      .selectAll()
      .where('site_id', '=', id)
      .executeTakeFirstOrThrow()
    const many = Array.from({ length: 500 }, (_, index) => ({
      ...row,
      id: crypto.randomUUID(),
      number: 100 + index,
      position: `j${String(index).padStart(4, '0')}`,
    }))
    await site.world.db.insertInto('roadmap_items').values(many).execute()
    site.world.cache.clear()
    const cards = cardsOf(await site.get('roadmap'), 'consideration')
    expect(cards.map((one) => one.number)).toEqual([
      card,
      ...Array.from({ length: 99 }, (_, index) => 100 + index),
    ])
    expect(cardsOf(await site.get('roadmap/plan', pia), 'consideration')).toHaveLength(500)
    expect((await site.post('roadmap/items', { title: 'One too many' }, pia)).status).toBe(409)
  })

  it('is one statement that reads by index only', async () => {
    const { site: make, statements, world } = await testWorld()
    const site = await make()
    const pia = await site.staff('product')
    const card = await item(site, pia, { threads: [await site.idea(await site.member())] })
    await publish(site, pia, card)
    world.cache.clear()
    const asked = (await statements(() => site.get('roadmap'))).filter((one) => /roadmap_items/.test(one))
    expect(asked).toEqual([roadmapText])
    for (const text of [roadmapText, planText]) {
      const plan = await planAmongMany(world, await site.row(), text)
      expect(plan).toMatch(/Index (Only )?Scan (using|on) votes_pkey/)
      expect(plan).toMatch(/Index Cond: \(\(site_id = i.site_id\) AND \(thread_id = idea.id\)\)/)
      expect(plan).toMatch(/Index Cond: \(\(site_id = '[\w-]+'::uuid\) AND \(stage_id = s.id\)\)/)
      expect(plan).not.toMatch(/Seq Scan/)
      if (text === roadmapText) expect(plan).toContain('roadmap_items_published')
    }
  })
})

/** How the statement would be run in a site with 300 ideas, 6,000 votes and 6,000 items: nothing of it stays. */
async function planAmongMany(world: World, site: Site, text: string): Promise<string> {
  const enough = new Error('That was enough.')
  const ids = (list: { id: string }[]) => `{${list.map((one) => one.id).join(',')}}`
  const filled = text
    .replaceAll('$1', `'${site.id}'::uuid`)
    .replaceAll('$2', `'${ids(site.boards)}'`)
    .replaceAll('$3', `'${ids(site.stages)}'`)
  let plan = ''
  const work = world.db.transaction().execute(async (trx) => {
    await sql`insert into members (site_id, id, name) select ${site.id}, gen_random_uuid(), 'Somebody' from generate_series(1, 20)`.execute(
      trx,
    )
    await sql`insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, opening_id, status_id)
      select ${site.id}, gen_random_uuid(), n, ${site.boards[0]!.id}::uuid, 'idea', 'Wish', '', 'en', gen_random_uuid(), ${site.statuses[0]!.id}::uuid
      from generate_series(1001, 1300) n`.execute(trx)
    await sql`insert into thread_counters (site_id, thread_id, board_id, number, kind, created_second)
      select site_id, id, board_id, number, kind, 0 from threads where site_id = ${site.id} and number > 1000`.execute(
      trx,
    )
    await sql`insert into votes (site_id, thread_id, member_id)
      select t.site_id, t.id, m.id from threads t cross join members m
      where t.site_id = ${site.id} and t.number > 1000 and m.site_id = t.site_id and m.name = 'Somebody'`.execute(
      trx,
    )
    await sql`insert into roadmap_items (site_id, id, number, title, stage_id, position, published_at)
      select ${site.id}, gen_random_uuid(), n, 'Item', (${ids(site.stages)}::uuid[])[1 + n % 6], 'j' || n,
        case when n % 20 < 6 then now() end from generate_series(1001, 7000) n`.execute(trx)
    await sql`insert into roadmap_ideas (site_id, thread_id, item_id)
      select t.site_id, t.id, i.id from threads t join roadmap_items i on i.site_id = t.site_id and i.number = t.number
      where t.site_id = ${site.id} and t.number > 1000`.execute(trx)
    // As if there were hundreds of small sites beside it, by which its own votes seem few.
    await sql`alter table votes alter column site_id set (n_distinct = 500)`.execute(trx)
    for (const table of [
      'members',
      'threads',
      'thread_counters',
      'votes',
      'roadmap_items',
      'roadmap_ideas',
    ]) {
      await sql.raw(`analyze ${table}`).execute(trx)
    }
    // Small tables would be read whole; what is asked is whether a large one must be.
    await sql`set local enable_seqscan = off`.execute(trx)
    const { rows } = await sql.raw<Record<string, string>>(`explain ${filled}`).execute(trx)
    plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    throw enough
  })
  await work.catch((error: unknown) => {
    if (error !== enough) throw error
  })
  return plan
}

describe('the promotion of some ideas', () => {
  it('counts people, companies and revenue once each', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const at = (id: string, revenue: number) => ({ company: { id, name: id, revenue } })
    const lea = await site.member('Lea', at('acme', 120.5))
    const tom = await site.member('Tom', at('acme', 120.5))
    const eva = await site.member('Eva', at('zeta', 80))
    const solo = await site.member('Solo')
    const ideas = [await site.idea(lea), await site.idea(tom), await site.idea(solo)]
    for (const idea of ideas)
      for (const one of [lea, eva]) await site.put(`threads/${idea}/vote`, undefined, one)
    const question = await site.idea(tom, { board: 'help', kind: 'question' })
    const promoted = async (list: (number | string)[]) =>
      (await site.get(`roadmap/promotion?threads=${list.join(',')}`, pia)).body
    const all = { people: 4, companies: 2, revenue: 200.5, following: 0, told: 4 }
    expect(await promoted(ideas)).toEqual(all)
    expect(await promoted([...ideas, question, ideas[0]!])).toEqual(all)
    expect(await promoted([ideas[2]!])).toEqual({ ...all, people: 3, told: 3 })
    const none = { people: 0, companies: 0, revenue: 0, following: 0, told: 0 }
    expect(await promoted([question])).toEqual(none)
  })

  it('counts the ideas that follow a published item, until a status set by hand takes them off', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const lea = await site.member('Lea')
    const [one, two, free] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    const card = await item(site, pia, { title: 'Range', threads: [one, two] })
    const following = async (...ideas: number[]) =>
      (await site.get(`roadmap/promotion?threads=${ideas}`, pia)).body.following
    expect(await following(one, two, free)).toBe(0)
    await publish(site, pia, card)
    expect(await following(one, two, free)).toBe(2)
    expect(await following(free)).toBe(0)
    await site.put(`threads/${one}/status`, { status: 'closed', note: '' }, pia)
    expect(await following(one, two, free)).toBe(1)
  })

  it('refuses what is no list of numbers', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const many = Array.from({ length: 51 }, (_, index) => index + 1).join(',')
    for (const list of ['', '0', 'x', '1,', ',1', '1;2', '-1', '1.5', many, '9999999999']) {
      expect((await site.get(`roadmap/promotion?threads=${list}`, pia)).status, list).toBe(422)
    }
    expect((await site.get('roadmap/promotion', pia)).status).toBe(422)
    expect((await site.get('roadmap/promotion?threads=1&threads=2', pia)).status).toBe(422)
    expect((await site.get('roadmap/promotion?threads=77', pia)).body).toEqual({
      people: 0,
      companies: 0,
      revenue: 0,
      following: 0,
      told: 0,
    })
  })
})
