import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { learnTables } from '../../db/statistics.ts'
import { type TestSite, testWorld } from '../support/world.ts'

// Titles near to what was misspelt, where many of them are not for everybody.

/** So many more threads of the same title as a thread, before those that are made after. */
async function copies(site: TestSite, number: number, count: number): Promise<void> {
  const { id } = await site.row()
  await site.world.db.transaction().execute(async (trx) => {
    await sql`insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, opening_id)
      select t.site_id, gen_random_uuid(), 1000 + n, t.board_id, t.kind, t.title, t.excerpt, t.language, gen_random_uuid()
      from threads t cross join generate_series(1, ${count}::int) n where t.site_id = ${id} and t.number = ${number}`.execute(
      trx,
    )
    await sql`insert into posts (site_id, id, thread_id, kind, body, html, renderer)
      select site_id, opening_id, id, 'opening', 'x', '<p>x</p>', 1 from threads where site_id = ${id} and number > 1000`.execute(
      trx,
    )
    await sql`insert into thread_documents (site_id, thread_id, language, title, body)
      select site_id, id, language, title, 'x' from threads where site_id = ${id} and number > 1000`.execute(
      trx,
    )
    await sql`insert into thread_counters (site_id, thread_id, board_id, number, kind, created_second)
      select site_id, id, board_id, number, kind, 0 from threads where site_id = ${id} and number > 1000`.execute(
      trx,
    )
  })
  // As it does every five minutes: to a planner that knows of none of these, each search is ten times the work.
  await learnTables(site.world.database)
}

it('a private board, or one that is not asked for, hides no near title of another however many it has', async () => {
  const site = await (await testWorld()).site()
  const [lea, cm] = [await site.member('Lea'), await site.staff('moderator')]
  const inner = await site.idea(lea, { board: 'help', kind: 'question', title: 'Velociraptors in the hall' })
  await copies(site, inner, 250)
  const open = await site.idea(lea, { title: 'A velociraptor in the yard' })
  const near = async (more = '', as?: typeof lea) => {
    const { status, body } = await site.get(`threads?q=velloziraptor${more}`, as)
    expect(status).toBe(200)
    return [body.items.map(({ number }: { number: number }) => number), body.near]
  }
  const similar = async (more = '', as?: typeof lea) => {
    const { status, body } = await site.get(`threads/similar?title=velloziraptor${more}`, as)
    expect(status).toBe(200)
    return body.items.map(({ number }: { number: number }) => number)
  }
  for (const more of ['&board=ideas', '&kind=idea', '&sort=top&status=open'])
    expect(await near(more), more).toEqual([[open], true])
  expect(await similar('&board=ideas')).toEqual([open])
  expect((await near())[0], 'the premise').toHaveLength(10)

  await site.restrict('help', 'staff')
  for (const as of [undefined, lea]) {
    expect(await near('', as)).toEqual([[open], true])
    expect(await similar('', as)).toEqual([open])
  }
  expect((await near('', cm))[0]).toHaveLength(10)
  expect((await near('&board=help', cm))[0]).toHaveLength(10)
  await site.restrict('ideas', 'staff')
  expect(await near('', lea)).toEqual([[], undefined])
  expect(await similar('', lea)).toEqual([])
})
