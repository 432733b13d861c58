import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { mostCounted, threadsPerBoard } from '../../server/sites/queries.ts'
import { testWorld } from '../support/world.ts'

it('a board’s threads are counted up to ten thousand, and no further', async () => {
  const { world, statements, site: make } = await testWorld()
  const site = await make()
  const lea = await site.member('Lea')
  await site.idea(lea)
  const { id, boards } = await site.row()
  const ideas = boards.find(({ slug }) => slug === 'ideas')!.id
  expect((await threadsPerBoard(world.db, id)).get(ideas)).toBe(1)
  // Nothing but the counters: what they count would take a minute to make, and is not read here.
  await world.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into thread_counters (site_id, thread_id, board_id, number, kind, created_second)
      select ${id}, gen_random_uuid(), ${ideas}, n, 'idea', n from generate_series(2, ${mostCounted + 50}) n`.execute(
      trx,
    )
  })
  try {
    world.cache.forget(id)
    const { body } = await site.get('boards')
    expect(body.items.find((board: { slug: string }) => board.slug === 'ideas').threads).toBe(mostCounted)

    const [text] = await statements(() => threadsPerBoard(world.db, id))
    const plan = await world.db.transaction().execute(async (trx) => {
      await sql`analyze thread_counters`.execute(trx)
      await sql`set local enable_seqscan = off`.execute(trx)
      const filled = text!.replaceAll('$1', `'${id}'`)
      return JSON.stringify((await sql.raw(`explain (format json) ${filled}`).execute(trx)).rows)
    })
    expect(plan).toContain('"Node Type":"Limit"')
    expect(plan).toMatch(/"Index Name":"thread_counters_/)
  } finally {
    // The database is shared, and what counts nothing fits no backup of it.
    await sql`delete from thread_counters where site_id = ${id} and number > 1`.execute(world.db)
  }
})
