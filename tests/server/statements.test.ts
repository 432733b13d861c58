import { describe, expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

// How much a hot request asks of the database. A number here is a budget: less is welcome, more needs a reason.
describe('the statements of a request', () => {
  it('are none for a list read before, and as few as these otherwise', async () => {
    const world = await testWorld()
    const site = await world.site()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const number = await site.idea(lea)
    await site.reply(tom, number)
    const cost = async (act: () => Promise<{ status: number }>) => {
      let status = 0
      const statements = await world.statements(async () => {
        status = (await act()).status
      })
      expect(status).toBeLessThan(300)
      return statements.length
    }
    await site.get('boards') // The site itself is known from here on.
    await site.get('threads', tom) // And so is Tom's session.
    // What is limited has a block of permits leased: the first of ten minutes or a minute costs a statement more.
    await site.get('threads?q=nothing')
    await site.put(`threads/${number}/vote`, undefined, tom)
    await site.delete(`threads/${number}/vote`, tom)
    await site.put(`threads/${number}/vote`, undefined, lea)

    expect(await cost(() => site.get('threads?board=ideas&sort=top'))).toBe(1)
    expect(await cost(() => site.get('threads?board=ideas&sort=top'))).toBe(0)
    expect(await cost(() => site.get(`threads/${number}`))).toBe(2)
    expect(await cost(() => site.get(`threads/${number}`))).toBe(0)
    expect(await cost(() => site.get('opening'))).toBe(2)
    expect(await cost(() => site.get('threads?q=help'))).toBe(2)
    expect(await cost(() => site.get('threads/similar?title=Something%20that%20would%20help'))).toBe(2)
    expect(await cost(() => site.put(`threads/${number}/vote`, undefined, tom))).toBe(1)
    // A burst of votes is one or two statements, not one each.
    expect(
      await cost(async () => {
        const answers = await Promise.all(
          Array.from({ length: 40 }, (_, turn) =>
            turn % 2
              ? site.put(`threads/${number}/vote`, undefined, tom)
              : site.put(`threads/${number}/vote`, undefined, lea),
          ),
        )
        return answers[0]!
      }),
    ).toBeLessThanOrEqual(3)
  })

  it('of the hot lists walk an index of the site and read no more than a page', async () => {
    const world = await testWorld()
    const site = await world.site()
    const lea = await site.member('Lea')
    for (let count = 0; count < 3; count++) await site.idea(lea)
    await site.get('boards') // A block of reads is leased.
    const { pool } = world.world.database
    for (const sort of ['top', 'trending', 'new', 'active']) {
      const texts = await world.statements(() => site.get(`threads?board=ideas&sort=${sort}&limit=2`))
      const { id, boards } = await site.row()
      const client = await pool.connect()
      try {
        await client.query('begin')
        // So few are read whole and sorted as cheaply: asked is whether the index gives their order, among a million.
        await client.query(
          "update pg_class set reltuples = 1000000 where relname = 'thread_counters' or relname like 'thread\\_counters\\_%'",
        )
        await client.query('set local enable_seqscan = off; set local enable_sort = off')
        const { rows } = await client.query(`explain (format json) ${texts[0]}`, [id, [boards[0]!.id], 3])
        expect(JSON.stringify(rows)).toContain(`thread_counters_${sort === 'trending' ? 'trend' : sort}`)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })
})
