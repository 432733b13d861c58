import { type Db, hotChange } from '../../db/connect.ts'

/** A wish for permits: `asked` of the `permits` that a subject has in a window of `seconds`. */
export interface LeaseWish {
  siteId: string
  kind: string
  subject: string
  permits: number
  seconds: number
  asked: number
}

export interface Lease {
  site_id: string
  kind: string
  subject: string
  /** What this wish got: as much as it asked for, or what was left. */
  granted: number
  /** What all processes have taken in this window. */
  leased: number
  ends_at: Date
}

// A window is over at its end, and also where it ends a whole window later than any begun now: then the clock was
// set back. (A little later is another process whose clock is ahead.)
// Rows are taken in one order, so that the leases of several processes never wait for each other in a ring.
const take = `
insert into allowances as a (site_id, kind, subject, permits, leased, granted, ends_at)
select s, k, u, q, least(n, q), least(n, q), $1::timestamptz + w * interval '1 second'
from unnest($2::uuid[], $3::text[], $4::text[], $5::int[], $6::int[], $7::int[]) as wish(s, k, u, q, w, n) order by 1, 2, 3
on conflict (site_id, kind, subject) do update set permits = excluded.permits, (granted, leased, ends_at) = (
  select case when open then rest else excluded.granted end, case when open then a.leased + rest else excluded.leased end,
    case when open then a.ends_at else excluded.ends_at end
  from (select a.ends_at > $1 and a.ends_at <= excluded.ends_at + (excluded.ends_at - $1) as open,
    greatest(0, least(excluded.granted, excluded.permits - a.leased)) as rest) as window_now)
returning site_id, kind, subject, granted, leased, ends_at`

/** Leases permits for several subjects at once; no two wishes may be for the same. */
export function leasePermits(db: Db, now: Date, wishes: LeaseWish[]): Promise<Lease[]> {
  return hotChange<Lease>(db, take, [
    now,
    wishes.map((wish) => wish.siteId),
    wishes.map((wish) => wish.kind),
    wishes.map((wish) => wish.subject),
    wishes.map((wish) => wish.permits),
    wishes.map((wish) => wish.seconds),
    wishes.map((wish) => wish.asked),
  ])
}
