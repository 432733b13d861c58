import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'
import type { Ledger } from './ledger.ts'

/** What was answered with yes is there, once; what got no answer is there once or not at all. The rest is told. */
export async function unkept(database: Database, siteId: string, ledger: Ledger): Promise<string[]> {
  const pairs = async <T>(query: ReturnType<typeof sql<{ key: string; value: T }>>) =>
    (await query.execute(database.db)).rows.map((row) => [row.key, row.value] as const)
  const threads = await pairs(sql<{ key: string; value: number }>`
    select title as key, number as value from threads where site_id = ${siteId}`)
  const replies = await pairs(sql<{ key: string; value: string }>`
    select body as key, id as value from posts where site_id = ${siteId} and kind = 'reply'`)
  const merges = await pairs(sql<{ key: string; value: number }>`
    select t.number::text as key, o.number as value from threads t
    join threads o on o.site_id = t.site_id and o.id = t.merged_into where t.site_id = ${siteId}`)
  const statuses = await pairs(sql<{ key: string; value: string }>`
    select d.note as key, t.number || ' ' || s.slug as value from decisions d
    join threads t on t.site_id = d.site_id and t.id = d.thread_id
    join statuses s on s.site_id = d.site_id and s.id = d.to_id
    where d.site_id = ${siteId} and d.kind = 'status' and d.cause is null`)
  const rulings = await pairs(sql<{ key: string; value: string }>`
    select post_id as key, id as value from rulings where site_id = ${siteId} and lifted_at is null`)
  const deletions = await pairs(sql<{ key: string; value: true }>`
    select id as key, true as value from posts where site_id = ${siteId} and deleted_at is not null`)
  const items = await pairs(sql<{ key: string; value: number }>`
    select title as key, number as value from roadmap_items where site_id = ${siteId}`)
  const publications = await pairs(sql<{ key: string; value: boolean }>`
    select number::text as key, published_at is not null as value from roadmap_items where site_id = ${siteId}`)
  const votes = await pairs(sql<{ key: string; value: number }>`
    select t.number || ' ' || v.member_id as key, t.number as value from votes v
    join threads t on t.site_id = v.site_id and t.id = v.thread_id where v.site_id = ${siteId}`)
  const known = publications.filter(([number, out]) => out || ledger.publications.has(number))
  return [
    ...differences(ledger.threads, threads),
    ...differences(ledger.replies, replies),
    ...differences(ledger.merges, merges),
    ...differences(ledger.statuses, statuses),
    ...differences(ledger.rulings, rulings),
    ...differences(ledger.deletions, deletions),
    ...differences(ledger.items, items),
    ...differences(ledger.publications, known),
    ...wrongVotes(ledger, new Set(votes.map(([key]) => key)), new Map(merges)),
  ]
}

// Ideas merged into each other share their voters from then on: a vote for one may stand at another of them,
// or be taken back there.
function wrongVotes(ledger: Ledger, cast: Set<string>, merges: Map<string, number>): string[] {
  const rootOf = (number: number): number => {
    const into = merges.get(String(number))
    return into === undefined ? number : rootOf(into)
  }
  const known = [...ledger.threads.values()].filter((number) => number !== null)
  return [...ledger.votes].flatMap(([key, want]) => {
    const [number, memberId] = key.split(' ')
    const root = rootOf(Number(number))
    const family = known.filter((one) => rootOf(one) === root).map((one) => `${one} ${memberId}`)
    const wishes = family.map((one) => ledger.votes.get(one))
    const open = wishes.some((wish) => wish === null || (wish !== undefined && wish !== want))
    const stands = family.some((one) => cast.has(one))
    if (want === null || (family.length > 1 && (open || !want)) || stands === want) return []
    return [`vote ${key} should be ${want}`]
  })
}

function differences<T>(promised: Map<string, T | null>, rows: (readonly [string, T])[]): string[] {
  const found = new Map<string, T[]>()
  for (const [key, value] of rows) found.set(key, [...(found.get(key) ?? []), value])
  return [
    ...[...found.keys()].filter((key) => !promised.has(key)).map((key) => `${key} was never sent`),
    ...[...promised].flatMap(([key, value]) => {
      const there = found.get(key) ?? []
      if (there.length > 1) return [`${key} is there ${there.length} times`]
      if (value !== null && there[0] !== value) return [`${key} was promised and is ${there[0] ?? 'gone'}`]
      return []
    }),
  ]
}
