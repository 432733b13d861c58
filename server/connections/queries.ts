import type { JsonWebKey } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Algorithm, ConnectionRow } from './json.ts'

/** How many ways to sign on a site may have, and how many keys or secrets each: a token is tried against all. */
export const mostConnections = 10
export const mostKeys = 5

/** A connection as a token is verified by it. */
export interface Verifier {
  id: string
  name: string
  algorithm: Algorithm
  issuer: string | null
  jwks_url: string | null
  emails_verified: boolean
  /** Those that still hold, newest first; of HS256 only. */
  secrets: string[]
  /** Pasted public keys; of the other algorithms only. */
  jwks: JsonWebKey[]
}

const verifiersOfSite = `
select c.id, c.name, c.algorithm, c.issuer, c.jwks_url, c.emails_verified,
  array(select s.secret from connection_secrets s where s.site_id = c.site_id and s.connection_id = c.id
    and c.algorithm = 'HS256' and (s.expires_at is null or s.expires_at > $2)
    order by s.created_at desc, s.id desc limit ${mostKeys}) as secrets,
  (select coalesce(jsonb_agg(k.jwk order by k.id), '[]') from connection_keys k
    where k.site_id = c.site_id and k.connection_id = c.id and c.algorithm <> 'HS256') as jwks
from connections c where c.site_id = $1 and c.kind = 'sso'
order by c.created_at, c.id limit ${mostConnections}`

/** The site's sign-on connections with what verifies their tokens, the oldest first. */
export function verifiers(db: Db, siteId: string, now: Date): Promise<Verifier[]> {
  return hot<Verifier>(db, verifiersOfSite, [siteId, now])
}

/** The site's sign-on connections as its admins see them: without secrets. `id` picks one. */
export async function listConnections(
  db: Db,
  siteId: string,
  now: Date,
  id?: string,
): Promise<ConnectionRow[]> {
  const { rows } = await sql<ConnectionRow>`
    select c.id, c.name, c.algorithm, c.issuer, c.jwks_url, c.emails_verified, c.created_at,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'created_at', s.created_at,
          'expires_at', s.expires_at) order by s.created_at desc, s.id desc), '[]') from connection_secrets s
        where s.site_id = c.site_id and s.connection_id = c.id
          and (s.expires_at is null or s.expires_at > ${now})) as secrets,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'created_at', k.created_at,
          'thumbprint', k.thumbprint) order by k.id), '[]') from connection_keys k
        where k.site_id = c.site_id and k.connection_id = c.id) as keys
    from connections c
    where c.site_id = ${siteId} and c.kind = 'sso' and (${id ?? null}::uuid is null or c.id = ${id ?? null})
    order by c.created_at, c.id limit ${mostConnections}`.execute(db)
  return rows
}

/** The row of a connection, held until the change is done, so that two changes of it come one after the other. */
export function connectionForChange(trx: Trx, siteId: string, id: string) {
  return trx
    .selectFrom('connections')
    .select(['id', 'name', 'algorithm', 'issuer', 'jwks_url', 'emails_verified'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('kind', '=', 'sso')
    .forUpdate()
    .executeTakeFirst()
}
