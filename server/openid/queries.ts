import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** How many providers a site has at most: each is a button of the sign-in page. */
export const mostProviders = 5

export interface ProviderRow {
  id: string
  name: string
  issuer: string
  client_id: string | null
  created_at: Date
  people: number
}

/** The site's providers as its admins see them, the oldest first: without secrets. `id` picks one. */
export async function listProviders(db: Db, siteId: string, id?: string): Promise<ProviderRow[]> {
  const { rows } = await sql<ProviderRow>`
    select p.id, p.name, p.issuer, p.client_id, p.created_at, (select count(*)::int from openid_links l
      where l.site_id = p.site_id and l.provider_id = p.id) as people
    from openid_providers p
    where p.site_id = ${siteId} and (${id ?? null}::uuid is null or p.id = ${id ?? null})
    order by p.created_at, p.id limit ${mostProviders}`.execute(db)
  return rows
}

/** What a sign-in page offers. */
export function choices(db: Db, siteId: string) {
  return db
    .selectFrom('openid_providers')
    .select(['id', 'name'])
    .where('site_id', '=', siteId)
    .where('client_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(mostProviders)
    .execute()
}

/** A provider that is set up, with what signs this server in there. */
export interface Provider {
  id: string
  name: string
  issuer: string
  client_id: string
  client_secret: string
}

export async function findProvider(db: Db, siteId: string, id: string): Promise<Provider | undefined> {
  const row = await db
    .selectFrom('openid_providers')
    .select(['id', 'name', 'issuer', 'client_id', 'client_secret'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('client_id', 'is not', null)
    .executeTakeFirst()
  return row && { ...row, client_id: row.client_id!, client_secret: row.client_secret! }
}

/** The row of a provider, held until the change is done. */
export function providerForChange(trx: Trx, siteId: string, id: string) {
  return trx
    .selectFrom('openid_providers')
    .select(['id', 'name', 'issuer', 'client_id', 'client_secret'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Who of the team is known by a subject of a provider. */
export function findLink(
  db: Db | Trx,
  siteId: string,
  provider: Pick<Provider, 'id' | 'issuer'>,
  subject: string,
) {
  return db
    .selectFrom('openid_links as link')
    .innerJoin('members as member', (on) =>
      on.onRef('member.site_id', '=', 'link.site_id').onRef('member.id', '=', 'link.member_id'),
    )
    .select(['link.id', 'member.account_id', 'member.role', 'member.erased_at'])
    .where('link.site_id', '=', siteId)
    .where('link.provider_id', '=', provider.id)
    .where('link.issuer', '=', provider.issuer)
    .where('link.subject', '=', subject)
    .executeTakeFirst()
}

/** Somebody of the site's team by the address of their account. */
export function findStaffByEmail(db: Db | Trx, siteId: string, email: string) {
  return db
    .selectFrom('members as member')
    .innerJoin('accounts as account', 'account.id', 'member.account_id')
    .innerJoin('sites as site', 'site.id', 'member.site_id')
    .select(['member.id', 'account.id as account_id', 'account.email', 'member.locale'])
    .select(['site.name as site', 'site.slug', 'site.locale as site_locale'])
    .where('member.site_id', '=', siteId)
    .where('account.email', '=', email)
    .where('member.role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('member.erased_at', 'is', null)
    .executeTakeFirst()
}

/** By which providers of the site somebody of its team signs in, the oldest first. */
export function linksOfMember(db: Db, siteId: string, memberId: string) {
  return db
    .selectFrom('openid_links as link')
    .innerJoin('openid_providers as provider', (on) =>
      on.onRef('provider.site_id', '=', 'link.site_id').onRef('provider.id', '=', 'link.provider_id'),
    )
    .select(['link.id', 'link.provider_id', 'provider.name', 'link.created_at', 'link.used_at'])
    .where('link.site_id', '=', siteId)
    .where('link.member_id', '=', memberId)
    .orderBy('link.created_at')
    .orderBy('link.id')
    .limit(mostProviders)
    .execute()
}
export type LinkRow = Awaited<ReturnType<typeof linksOfMember>>[number]
