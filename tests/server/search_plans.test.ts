import { type CompiledQuery, sql } from 'kysely'
import { expect, test } from 'vitest'
import { foundThreads } from '../../server/threads/search_queries.ts'
import { termsOf } from '../../server/threads/search_terms.ts'
import { type Own, ownMigrated } from '../support/own_database.ts'

// How a search walks a community of many: by its index, and no farther than what is ranked.

const siteId = '00000000-0000-7000-8000-00000000000b'
const boardId = '00000000-0000-7000-8000-00000000000c'

/** Documents alone, whose threads the planner never asks for. */
async function addDocuments({ database }: Own): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`insert into thread_documents (site_id, thread_id, language, title, body)
      select ${siteId}::uuid, gen_random_uuid(), 'en', 'Route ' || md5(n::text), repeat(md5((n * 7)::text) || ' ', 9)
      from generate_series(1, 4000) n`.execute(trx)
  })
  await sql`vacuum analyze thread_documents`.execute(database.db)
}

function planOf({ database }: Own, q: string): Promise<string> {
  const db = database.db
  const explaining = new Proxy(db, {
    get(target, name) {
      if (name !== 'getExecutor') return Reflect.get(target, name)
      return () =>
        new Proxy(db.getExecutor(), {
          get(executor, name) {
            if (name === 'executeQuery')
              return (query: CompiledQuery) =>
                executor.executeQuery({ ...query, sql: `explain ${query.sql}` })
            return (Reflect.get(executor, name) as (...args: unknown[]) => unknown).bind(executor)
          },
        })
    },
  })
  const filter = { boardIds: [boardId], limit: 20 } as Parameters<typeof foundThreads>[1]['filter']
  const search = { siteId, filter, terms: termsOf(q), now: new Date(0), from: 0 }
  return foundThreads(explaining, search).then((rows) => rows.map((row) => Object.values(row)[0]).join('\n'))
}

test('words, phrases and beginnings are found by the index, and what is ranked has a limit', async () => {
  const own = await ownMigrated()
  try {
    await addDocuments(own)
    for (const q of ['night parking ', '"night parking"', 'night par', 'par']) {
      const plan = await planOf(own, q)
      expect(plan, q).toContain('Bitmap Index Scan on thread_documents_words')
      expect(plan, q).not.toContain('Seq Scan on thread_documents')
      expect(plan, q).toMatch(/CTE by_words\s+->\s+Limit/)
    }
  } finally {
    await own.drop()
  }
})
