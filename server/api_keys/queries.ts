import { sql } from 'kysely'
import { type Db, hot, hotChange } from '../../db/connect.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** A key as a request needs it. */
export interface UsableKey {
  id: string
  name: string
  scopes: string[]
  expires_at: Date
  last_used_at: Date | null
}

// A key does no more than its maker may: only who runs the community makes one, and it holds while they do.
const serves = `maker.role in ('owner', 'admin') and maker.account_id is not null and maker.erased_at is null`

const usable = `
select k.id, m.name, k.scopes, k.expires_at, k.last_used_at from api_keys k
join members m on m.site_id = k.site_id and m.id = k.id
join members maker on maker.site_id = k.site_id and maker.id = k.made_by and ${serves}
where k.site_id = $1 and k.key_hash = $2 and k.ended_at is null`

/** The key of a hash, unless it was ended or its maker no longer runs the community; it may have expired. */
export async function findKeyByHash(db: Db, siteId: string, hash: string): Promise<UsableKey | undefined> {
  return (await hot<UsableKey>(db, usable, [siteId, hash]))[0]
}

const used = `
update api_keys set last_used_at = $3 where site_id = $1 and id = $2
  and (last_used_at is null or last_used_at < $4 or last_used_at > $3)`

/** Notes that a key was used, unless another process has done so after `unlessSince`. */
export async function noteKeyUse(
  db: Db,
  siteId: string,
  id: string,
  now: Date,
  unlessSince: Date,
): Promise<void> {
  await hotChange(db, used, [siteId, id, now, unlessSince])
}

export interface ApiKeyRow extends UsableKey {
  last_four: string
  made_by: string | null
  maker_name: string | null
  maker_serves: boolean
  created_at: Date
  ended_at: Date | null
  ended_by: string | null
  ender_name: string | null
}

const mostListed = 200

/** The keys of a site: those that were not ended first, the newest first. `id` picks one. */
export async function listApiKeys(db: Db | Trx, siteId: string, id?: string): Promise<ApiKeyRow[]> {
  const { rows } = await sql<ApiKeyRow>`
    select k.id, m.name, k.last_four, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.ended_at,
      k.made_by, maker.name as maker_name, coalesce(${sql.raw(serves)}, false) as maker_serves,
      k.ended_by, ender.name as ender_name
    from api_keys k
    join members m on m.site_id = k.site_id and m.id = k.id
    left join members maker on maker.site_id = k.site_id and maker.id = k.made_by
    left join members ender on ender.site_id = k.site_id and ender.id = k.ended_by and ender.erased_at is null
    where k.site_id = ${siteId} and (${id ?? null}::uuid is null or k.id = ${id ?? null})
    order by k.ended_at is not null, k.id desc limit ${mostListed}`.execute(db)
  return rows
}
