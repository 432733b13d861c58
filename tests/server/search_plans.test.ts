import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { notesOfTeam, repliesOfTeam, threadsOfTeam } from '../../server/search/queries.ts'
import { knownNear } from '../../server/threads/misspelt.ts'
import { nearThreads } from '../../server/threads/near_titles.ts'
import { foundThreads } from '../../server/threads/search_queries.ts'
import { termsOf } from '../../server/threads/search_terms.ts'
import { alikeRows } from '../../server/threads/similar.ts'
import { type Filling, fill } from '../bench/data.ts'
import { planOf } from '../support/explaining.ts'
import { ownMigrated } from '../support/own_database.ts'

// How a search walks a community of many: by its indexes, and no farther than what is ranked.

it('words, phrases, beginnings, replies and near titles are found by their indexes, and what is ranked has a limit', async () => {
  const own = await ownMigrated()
  try {
    const { db, pool } = own.database
    const size = { sites: 2, ideasPerSite: 300, membersPerSite: 10, votesPerIdea: 2, repliesPerIdea: 10 }
    await fill(pool as unknown as Filling, size, () => {})
    const { rows } = await sql<{ site: string; board: string }>`
      select site_id as site, id as board from boards order by site_id limit 1`.execute(db)
    const { site, board } = rows[0]!
    await sql`update posts set html = '<p>A zephyrine one</p>' where site_id = ${site} and kind = 'reply'
      and id = (select id from posts where site_id = ${site} and kind = 'reply' order by id limit 1)`.execute(
      db,
    )
    const filter = { boardIds: [board], sort: 'new' as const, limit: 20 }
    const asked = (words: string) => ({
      siteId: site,
      filter,
      terms: termsOf(words),
      now: new Date(),
      from: 0,
    })
    const plan = (words: string) => planOf(db, (on) => foundThreads(on, asked(words)), 'enable_seqscan = off')

    for (const words of ['night parking ', '"night parking"', 'night par', 'par']) {
      const walked = await plan(words)
      expect(walked, words).toContain('thread_documents_words')
      expect(walked, words).toMatch(/CTE by_words\s+->\s+Limit/)
    }
    expect(await foundThreads(db, asked('zephyrine'))).toMatchObject([{ reply_id: expect.any(String) }])
    expect(await plan('zephyrine')).toContain('posts_reply_words')
    // The words of threads fill the page, and so no reply is looked at.
    expect(await plan('rou')).toMatch(/posts_reply_words.*\n?.*never executed/)
    // A minus is asked of the best threads, one after another until they fill the page, by indexes of the thread.
    const minus = await plan('-zephyrine route')
    expect(minus).toMatch(/Subquery Scan on r\w* .*rows=21(\.\d+)? loops=1\)/)
    for (const row of ['threads d', 'thread_documents o', 'posts o'])
      expect(minus, row).toMatch(new RegExp(`Scan.* on ${row}\\w* .*loops=21\\)`))
    expect(minus).not.toContain('Seq Scan')
    await sql`insert into notes (site_id, id, thread_id, body, html)
      select site_id, gen_random_uuid(), id, 'x', '<p>Sales asks for number ' || n || '</p>'
      from threads cross join generate_series(1, 5) n`.execute(db)
    await sql`update notes set html = '<p>A zephyrine one</p>' where site_id = ${site}
      and id in (select id from notes where site_id = ${site} order by id limit 3)`.execute(db)
    await sql`analyze notes`.execute(db)
    const ofTeam = { siteId: site, boardIds: [board], terms: termsOf('zephyrine'), limit: 5 }
    for (const [ask, index] of [
      [threadsOfTeam, 'thread_documents_words'],
      [repliesOfTeam, 'posts_reply_words'],
      [notesOfTeam, 'notes_words'],
    ] as const) {
      const walked = await planOf(db, (on) => ask(on, ofTeam), 'enable_seqscan = off')
      expect(walked, index).toContain(`Bitmap Index Scan on ${index}`)
      expect(walked, index).not.toContain('Seq Scan')
    }
    // The function gives one title after another: where all may be read, none is looked at that is not ranked,
    // and where none may, each costs one look into an index.
    const nearPlan = (boardIds: string[]) => {
      const search = { ...asked('rouet'), filter: { ...filter, boardIds } }
      return planOf(db, (on) => nearThreads(on, search, 'rouet'), 'enable_seqscan = off')
    }
    for (const boardIds of [[board], [site]]) {
      const near = await nearPlan(boardIds)
      expect(near).toMatch(/ProjectSet .*actual [^)]*rows=\d{1,3}(\.\d+)? /)
      expect(near).toMatch(/Index Scan using \w+ on thread_counters c/)
      expect(near).toMatch(/Index Scan using \w+ on thread_documents d/)
      expect(near).not.toContain('Seq Scan')
    }
    // What was just written is on no list that each look would read.
    const { rows: indexes } = await sql<{ name: string }>`
      select relname as name from pg_class where relkind = 'i' and 'fastupdate=off' = any(reloptions) order by relname`.execute(
      db,
    )
    expect(indexes).toEqual([{ name: 'posts_reply_words' }, { name: 'thread_documents_words' }])
    // The very title is one look into an index, and what has its words ends with its limit.
    const like = await planOf(
      db,
      (on) => alikeRows(on, site, [board], 'battery', ['battery']),
      'enable_seqscan = off',
    )
    expect(like).toContain('Index Scan using thread_documents_same_title')
    expect(like).toMatch(/CTE by_all\s+->\s+Limit .*rows=\d{1,3}(\.\d+)? loops/)
    expect(like).toContain('Bitmap Index Scan on thread_documents_words')
    expect(like).not.toContain('Seq Scan')
    // Two letters are one word, and nothing is near to them.
    const short = await planOf(db, (on) => alikeRows(on, site, [board], 'ux', ['ux']), 'enable_seqscan = off')
    expect(short).toContain('Bitmap Index Scan on thread_documents_words')
    expect(short).not.toMatch(/ProjectSet .*actual/)
    expect(short).not.toContain('Seq Scan')
    // Each of the words a letter away costs a look into either index, and no row that does not hold it.
    const right = await planOf(
      db,
      (on) => knownNear(on, asked('depto'), { word: 'depto', growing: false }, []),
      'enable_seqscan = off',
    )
    expect(right).toMatch(/Function Scan on unnest w .*rows=\d{3} /)
    for (const index of ['thread_documents_words', 'posts_reply_words']) {
      const looks = right.match(new RegExp(`Bitmap Index Scan on ${index} .*`, 'g')) ?? []
      expect(looks, index).toHaveLength(1)
      expect(looks[0]).toMatch(/rows=\d+(\.\d+)? loops=\d{3}\)/)
    }
    expect(right).not.toContain('Seq Scan')
    expect(await knownNear(db, asked(''), { word: 'depto', growing: false }, [])).toEqual([{ word: 'depot' }])
  } finally {
    await own.drop()
  }
})
