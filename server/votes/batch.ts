import type { Db } from '../../db/connect.ts'
import { hotChange } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { isConnectionFailure, Problem } from '../errors.ts'
import { whereMerged } from './merged.ts'

/** What became of one member's vote on one idea. */
export interface Ballot {
  votes: number
  voted: boolean
}

interface Wish {
  reader: Reader
  number: number
  memberId: string
  want: boolean
  answers: { resolve(ballot: Ballot): void; reject(error: unknown): void }[]
}

interface Row {
  s: string
  n: number
  m: string
  kind: string
  hidden: boolean
  vote_count: number
  /** Whether the batch changed a vote of the idea. */
  changed: boolean
  /** Of how many sites the whole batch changed a vote. */
  told: number
}

// Counters are locked in one order, so that batches of several processes never wait for each other in a
// ring. Each line of the answer is a wish that found an idea its member may read.
const writeBatch = `
with wishes as materialized (
  select * from unnest($1::uuid[], $2::int[], $3::uuid[], $4::bool[], $5::text[]) as u(s, n, m, want, held)),
locked as materialized (
  select c.site_id, c.thread_id, c.number, c.board_id, c.kind, c.listed, c.vote_count from thread_counters c
  where (c.site_id, c.number) in (select s, n from wishes) order by 1, 2 for no key update),
found as materialized (
  select w.s, w.n, w.m, w.want, l.thread_id, l.kind, l.listed, l.vote_count
  from wishes w
  join locked l on l.site_id = w.s and l.number = w.n
  join boards b on b.site_id = l.site_id and b.id = l.board_id and b.archived_at is null
    and b.readers = any (string_to_array(w.held, ' '))
  join members p on p.site_id = w.s and p.id = w.m and p.erased_at is null
  order by w.s, l.thread_id, w.m),
ins as (
  insert into votes (site_id, thread_id, member_id) select s, thread_id, m from found
  where want and listed and kind = 'idea' on conflict do nothing returning site_id, thread_id),
del as (
  delete from votes v using found f where not f.want and f.listed and f.kind = 'idea'
  and (v.site_id, v.thread_id, v.member_id) = (f.s, f.thread_id, f.m) returning v.site_id, v.thread_id),
change as (
  select site_id, thread_id, sum(d)::int as d from (select *, 1 as d from ins union all select *, -1 from del) x
  group by 1, 2),
counted as (
  update thread_counters c set vote_count = c.vote_count + change.d from change
  where (c.site_id, c.thread_id) = (change.site_id, change.thread_id) and change.d <> 0
  returning c.site_id, c.thread_id),
told as (
  select pg_notify('parvis_changes', 'votes ' || s || ' ' || $6 || ' ' || string_agg(n::text, ',')) from (
    select distinct f.s, f.n from change join found f on (f.s, f.thread_id) = (change.site_id, change.thread_id)) t
  group by s)
select f.s, f.n, f.m, f.kind, not f.listed as hidden, f.vote_count + coalesce(change.d, 0) as vote_count,
  change.d is not null as changed,
  (select count(*) from told) as told, (select count(*) from counted) as counted
from found f left join change on (change.site_id, change.thread_id) = (f.s, f.thread_id)`

// Numbers of as many ideas fit into what one NOTIFY may hold, which is 8,000 bytes.
const most = 500

/**
 * Votes that arrive while a batch is being written wait and are written together by the next statement, each
 * answered after its commit. A member's repeats within a batch become the last of them.
 */
export class VoteBatch {
  private readonly db: Db
  private readonly origin: string
  private readonly changed: (siteId: string, numbers: number[]) => void
  private queue = new Map<string, Wish>()
  private writing = 0
  private readonly idle: (() => void)[] = []

  /**
   * `origin` signs what other processes are told; `changed` is called for each site whose votes were
   * changed, with the numbers of the ideas, after the commit.
   */
  constructor(db: Db, origin: string, changed: (siteId: string, numbers: number[]) => void) {
    this.db = db
    this.origin = origin
    this.changed = changed
  }

  /**
   * Resolves after the commit. An idea that was merged stands for the one it went into. Rejects with
   * not_found or not_votable; the vote then is as it was.
   */
  cast(reader: Reader, number: number, memberId: string, want: boolean): Promise<Ballot> {
    return new Promise((resolve, reject) => {
      const key = `${reader.siteId} ${number} ${memberId}`
      const wish = this.queue.get(key)
      if (wish) {
        wish.want = want
        wish.answers.push({ resolve, reject })
      } else {
        this.queue.set(key, { reader, number, memberId, want, answers: [{ resolve, reject }] })
      }
      if (this.writing === 0) void this.write()
    })
  }

  /** Resolves when nothing waits to be written. */
  async drain(): Promise<void> {
    if (this.writing === 0 && this.queue.size === 0) return
    await new Promise<void>((done) => this.idle.push(done))
  }

  private async write(): Promise<void> {
    this.writing++
    await Promise.resolve() // Wishes of the same turn go together.
    while (this.queue.size > 0) {
      const batch = this.take()
      try {
        await this.commit(batch)
      } catch (error) {
        await this.commitApart(batch, error)
      }
    }
    this.writing--
    for (const done of this.idle.splice(0)) done()
  }

  private take(): Wish[] {
    if (this.queue.size <= most) {
      const all = [...this.queue.values()]
      this.queue = new Map()
      return all
    }
    const some = [...this.queue.entries()].slice(0, most)
    for (const [key] of some) this.queue.delete(key)
    return some.map(([, wish]) => wish)
  }

  private async commit(batch: Wish[]): Promise<void> {
    const rows = await hotChange<Row>(this.db, writeBatch, [
      batch.map((wish) => wish.reader.siteId),
      batch.map((wish) => wish.number),
      batch.map((wish) => wish.memberId),
      batch.map((wish) => wish.want),
      batch.map((wish) => visibleTo(wish.reader).join(' ')),
      this.origin,
    ])
    // Votes said twice, and wishes for what is not there, make nothing stale, or anybody could keep it so.
    if (rows[0]?.told) this.tell(rows)
    const byKey = new Map(rows.map((row) => [`${row.s} ${row.n} ${row.m}`, row]))
    const unlisted: Wish[] = []
    for (const wish of batch) {
      const row = byKey.get(`${wish.reader.siteId} ${wish.number} ${wish.memberId}`)
      if (row?.hidden) unlisted.push(wish)
      for (const answer of row?.hidden ? [] : wish.answers) {
        if (!row) answer.reject(new Problem('not_found'))
        else if (row.kind !== 'idea') answer.reject(new Problem('not_votable'))
        else answer.resolve({ votes: row.vote_count, voted: wish.want })
      }
    }
    if (unlisted.length) await this.follow(unlisted)
  }

  private tell(rows: Row[]): void {
    const bySite = Map.groupBy(
      rows.filter((row) => row.changed),
      (row) => row.s,
    )
    for (const [siteId, changed] of bySite) this.changed(siteId, [...new Set(changed.map((row) => row.n))])
  }

  // A vote that came while its idea was being merged is cast for the idea it went into, so that none is lost.
  private async follow(wishes: Wish[]): Promise<void> {
    const targets = await whereMerged(
      this.db,
      wishes.map(({ reader, number }) => ({ siteId: reader.siteId, number })),
    )
    for (const { reader, number, memberId, want, answers } of wishes) {
      const target = targets.get(`${reader.siteId} ${number}`)
      const cast = target && this.cast(reader, target, memberId, want)
      for (const answer of answers) {
        if (cast) void cast.then(answer.resolve, answer.reject)
        else answer.reject(new Problem('not_found'))
      }
    }
  }

  // One wish may spoil its batch, such as that of a member erased at this moment; the others still count. A
  // database that is away spoils all of them, and is not waited for once for each.
  private async commitApart(batch: Wish[], reason: unknown): Promise<void> {
    const away = isConnectionFailure(reason as Error)
    for (const wish of batch) {
      const failed =
        away || batch.length === 1
          ? reason
          : await this.commit([wish]).then(
              () => undefined,
              (error: unknown) => error,
            )
      if (failed) for (const answer of wish.answers) answer.reject(failed)
    }
  }
}
