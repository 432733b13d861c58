import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'
import type { Ledger } from './ledger.ts'

/** Changes of a site of which only a part is there. Whatever a change writes is there together or not at all. */
export async function halves(database: Database, siteId: string): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'thread ' || t.number || ' lacks a part' as what from threads t
    left join posts p on p.site_id = t.site_id and p.id = t.opening_id and p.thread_id = t.id
    left join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
    left join thread_documents d on d.site_id = t.site_id and d.thread_id = t.id
    where t.site_id = ${siteId} and (p.id is null or c.thread_id is null or d.thread_id is null or 1 <> (
      select count(*) from activity a where a.site_id = t.site_id and a.thread_id = t.id and a.kind = 'thread'))
    union all
    select 'reply ' || p.id || ' is not told' from posts p where p.site_id = ${siteId} and p.kind = 'reply' and 1 <> (
      select count(*) from activity a where a.site_id = p.site_id and a.post_id = p.id and a.kind = 'reply')
    union all
    select 'the feed counts wrongly' from feeds f where f.site_id = ${siteId} and (
      f.last_seq <> (select count(*) from activity where site_id = f.site_id)
      or f.last_thread <> (select coalesce(max(number), 0) from threads where site_id = f.site_id))
    union all
    select 'idea ' || t.number || ' has a status that nobody decided' from threads t where t.site_id = ${siteId}
    and t.status_id <> coalesce(
      (select d.to_id from decisions d where d.site_id = t.site_id and d.thread_id = t.id and d.kind = 'status'
        order by d.created_at desc, d.id desc limit 1),
      (select s.id from statuses s where s.site_id = t.site_id and s.slug = 'open'))
    union all
    select 'the ledger of decisions and the log of acts differ' from sites s where s.id = ${siteId} and
      (select count(*) from decisions d where d.site_id = s.id and d.kind = 'status')
      <> (select count(*) from audit_entries a where a.site_id = s.id and a.action = 'threads.status')
    union all
    select 'the merge of ' || t.number || ' is half there' from threads t where t.site_id = ${siteId}
    and (select count(*) from merges m where m.site_id = t.site_id and m.source_id = t.id and m.target_id = t.merged_into)
      <> case when t.merged_into is null then 0 else 1 end
    union all
    select 'a merge lost votes of ' || t.number from merges m
    join threads t on t.site_id = m.site_id and t.id = m.source_id
    where m.site_id = ${siteId} and m.votes_added + m.votes_shared <> (
      select count(*) from votes v where v.site_id = m.site_id and v.thread_id = m.source_id)`.execute(
    database.db,
  )
  return rows.map((row) => row.what)
}

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
    select t.number::text as key, s.slug as value from threads t
    join statuses s on s.site_id = t.site_id and s.id = t.status_id where t.site_id = ${siteId}`)
  const votes = await pairs(sql<{ key: string; value: number }>`
    select t.number || ' ' || v.member_id as key, t.number as value from votes v
    join threads t on t.site_id = v.site_id and t.id = v.thread_id where v.site_id = ${siteId}`)
  const decided = new Set(ledger.statuses.keys())
  return [
    ...differences(ledger.threads, threads),
    ...differences(ledger.replies, replies),
    ...differences(ledger.merges, merges),
    ...differences(
      ledger.statuses,
      statuses.filter(([number]) => decided.has(number)),
    ),
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
