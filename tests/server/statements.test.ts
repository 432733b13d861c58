import { sql } from 'kysely'
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
        // So few are read whole and sorted as cheaply: asked is whether the index gives their order.
        await client.query('set local enable_seqscan = off; set local enable_sort = off')
        const { rows } = await client.query(`explain (format json) ${texts[0]}`, [id, [boards[0]!.id], 3])
        expect(JSON.stringify(rows)).toContain(`thread_counters_${sort === 'trending' ? 'trend' : sort}`)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })

  it('of a search and of similar titles go by the indexes of words and titles, and read few rows', async () => {
    const world = await testWorld()
    const site = await world.site()
    const number = await site.idea(await site.member('Lea'), { title: 'A very particular wish' })
    const { id } = await site.row()
    const { db, pool } = world.world.database
    const thread = sql`select id, site_id from threads where site_id = ${id} and number = ${number}`
    for (const text of [
      sql`insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, status_id, opening_id)
        select t.site_id, md5('found ' || t.id || n)::uuid, t.number + n, t.board_id, t.kind, 'Common route number ' || md5(n::text), 'All alike', 'en', t.status_id, t.opening_id
        from threads t, generate_series(1, 600) n where t.site_id = ${id}`,
      sql`insert into thread_documents (site_id, thread_id, language, title, body) select site_id, id, language, title, excerpt from threads t
        where site_id = ${id} and not exists (${thread} and threads.id = t.id)`,
      sql`insert into thread_counters (site_id, thread_id, board_id, number, kind, created_second) select site_id, id, board_id, number, kind, 1700000000 from threads t
        where site_id = ${id} and not exists (${thread} and threads.id = t.id)`,
      sql`analyze thread_documents, thread_counters, threads`,
    ])
      await text.execute(db)
    const asked = async (path: string, has: string): Promise<Plan> => {
      const [first] = (await world.requests(() => site.get(path))).filter((one) => one.text.includes(has))
      const client = await pool.connect()
      try {
        await client.query('begin')
        // So few are read whole as cheaply: asked is whether the index can be used, and how much is read then.
        await client.query('set local enable_seqscan = off')
        const { rows } = await client.query(`explain (analyze, format json) ${first!.text}`, [
          ...first!.values,
        ])
        return rows[0]['QUERY PLAN'][0].Plan
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    for (const [path, has, most] of [
      ['threads?q=particular+wish', 'by_words', 1],
      ['threads?q=common+route', 'by_words', 400],
      ['threads/similar?title=A%20particular%20wish', 'by_all', 1],
      ['threads/similar?title=Common%20route', 'by_all', 100],
    ] as const) {
      const nodes = flat(await asked(path, has))
      const byIndex = nodes.filter((one) => one['Index Name'] === 'thread_documents_words')
      expect(byIndex.length, path).toBeGreaterThan(0)
      for (const one of byIndex) expect(one['Index Cond'], path).toMatch(/site_id.*document/)
      const read = nodes.filter((one) => one['Relation Name'] === 'thread_documents')
      for (const one of read) expect(one['Actual Rows'] * one['Actual Loops'], path).toBeLessThanOrEqual(most)
    }
  })
})

interface Plan {
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'Actual Loops': number
  'Actual Rows': number
  Plans?: Plan[]
}

const flat = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(flat)]
