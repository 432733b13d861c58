import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import { belongs, companyOfMember } from '../segments/matches.ts'
import type { Segment } from '../sites/queries.ts'
import type { Role } from '../words.ts'

export interface SessionRow {
  token_hash: string
  id: string
  name: string
  role: Role
  expires_at: Date
  suspended: boolean
  until: Date | null
  /** Which of the segments asked about they belong to, by id. */
  segments?: string[]
}

const memberColumns =
  's.token_hash, m.id, m.name, m.role, s.expires_at, x.id is not null as suspended, x.until'
const memberJoins = `sessions s
join members m on m.site_id = s.site_id and m.id = s.member_id and m.erased_at is null
left join sanctions x on x.site_id = m.site_id and x.member_id = m.id and x.kind = 'suspension' and x.lifted_at is null`

const memberOfToken = `select ${memberColumns} from ${memberJoins} where s.site_id = $1 and s.token_hash = any($2::text[])`

/** Who holds a token, and in the same statement which of some segments they belong to. */
export async function findMemberByToken(
  db: Db,
  siteId: string,
  tokenHash: string,
  segments: Segment[],
): Promise<SessionRow | undefined> {
  return (await findMembersByTokens(db, siteId, [tokenHash], segments))[0]
}

/** The same of many tokens; what says whether they still hold is with it, and there is no order. */
export async function findMembersByTokens(
  db: Db,
  siteId: string,
  tokenHashes: string[],
  segments: Segment[],
): Promise<SessionRow[]> {
  if (!segments.length) return hot<SessionRow>(db, memberOfToken, [siteId, tokenHashes])
  // The text is the rules', so a named statement of it would be one more for every rule ever written.
  const memberships = segments.map(({ id, rule }) => sql`case when ${belongs(rule)} then ${id}::text end`)
  const { rows } = await sql<SessionRow>`
    select ${sql.raw(memberColumns)}, array_remove(array[${sql.join(memberships)}], null) as segments
    from ${sql.raw(memberJoins)}
    ${companyOfMember}
    where s.site_id = ${siteId} and s.token_hash = any(${tokenHashes}::text[])`.execute(db)
  return rows
}

/** A staff session that is open, and who its account is in a site. */
export interface StaffStandingRow {
  handle: string
  expires_at: Date
  /** Null for an account that is nobody of this site's team. */
  member_id: string | null
  role: Role | null
  /** Opened by a provider of a site's own. */
  within: boolean
}

const staffSessions = `
select s.handle, s.expires_at, m.id as member_id, m.role, s.site_id is not null as within from account_sessions s
left join members m on m.site_id = $1 and m.account_id = s.account_id and m.erased_at is null
  and m.role in ('owner', 'admin', 'moderator', 'product')
  and (s.site_id is null or s.site_id = $1 and exists (select from openid_links l
    where l.site_id = $1 and l.id = s.openid_link_id and l.member_id = m.id))
where s.handle = any($2::uuid[]) and s.expires_at > $3`

/** The staff sessions that are open among some, and who of a site's team holds each. */
export function staffOfSessions(
  db: Db,
  siteId: string,
  handles: string[],
  now: Date,
): Promise<StaffStandingRow[]> {
  return hot<StaffStandingRow>(db, staffSessions, [siteId, handles, now])
}

export interface GuestConnection {
  id: string
  secret: string
}

/** Where the guests of a site come from, with the secret that signs what they work on. Every site has one. */
export function guestConnection(db: Db, siteId: string): Promise<GuestConnection> {
  return db
    .selectFrom('connections as c')
    .innerJoin('connection_secrets as s', (join) =>
      join.onRef('s.site_id', '=', 'c.site_id').onRef('s.connection_id', '=', 'c.id'),
    )
    .select(['c.id', 's.secret'])
    .where('c.site_id', '=', siteId)
    .where('c.kind', '=', 'guest')
    .executeTakeFirstOrThrow()
}

const memberOfAccount = `
select m.id, m.name, m.role from members m
where m.site_id = $1 and m.account_id = $2 and m.erased_at is null
  and m.role in ('owner', 'admin', 'moderator', 'product')`

/** The staff member that an account is in a site, if it is one there. */
export async function findStaffOfAccount(db: Db, siteId: string, accountId: string) {
  return (await hot<{ id: string; name: string; role: Role }>(db, memberOfAccount, [siteId, accountId]))[0]
}

const memberOfLink = `
select m.id, m.name, m.role from openid_links l join members m on m.site_id = l.site_id and m.id = l.member_id
where l.site_id = $1 and l.id = $2 and m.account_id = $3 and m.erased_at is null
  and m.role in ('owner', 'admin', 'moderator', 'product')`

/** The staff member that an account is in a site by the link of a provider, while there is that link. */
export async function findStaffOfLink(db: Db, siteId: string, accountId: string, linkId: string) {
  return (
    await hot<{ id: string; name: string; role: Role }>(db, memberOfLink, [siteId, linkId, accountId])
  )[0]
}

/** The sites that an account may open in the admin. */
export function sitesOfAccount(db: Db, accountId: string) {
  return db
    .selectFrom('members')
    .innerJoin('sites', 'sites.id', 'members.site_id')
    .select(['sites.slug', 'sites.name', 'members.role'])
    .where('members.account_id', '=', accountId)
    .where('members.role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('members.erased_at', 'is', null)
    .orderBy('sites.name')
    .limit(200)
    .execute()
}

/** An account; `operator` only while it is on some team. */
export function findAccountById(db: Db, id: string) {
  return db
    .selectFrom('accounts')
    .select(['id', 'email', 'name'])
    .select((row) =>
      row
        .and([
          row('operator', '=', true),
          row.exists(
            row
              .selectFrom('members')
              .select('members.id')
              .whereRef('members.account_id', '=', 'accounts.id')
              .where('members.role', 'in', ['owner', 'admin', 'moderator', 'product'])
              .where('members.erased_at', 'is', null),
          ),
        ])
        .as('operator'),
    )
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The staff member that an account is in a site, with what the account says. */
export function staffMember(db: Db, siteId: string, accountId: string) {
  return db
    .selectFrom('members')
    .innerJoin('accounts', 'accounts.id', 'members.account_id')
    .select(['members.id', 'members.name', 'avatar_url', 'picture_id', 'locale', 'role'])
    .select(['accounts.email', 'accounts.operator'])
    .where('members.site_id', '=', siteId)
    .where('members.account_id', '=', accountId)
    .where('members.role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
}

/** The sessions of an account that are open, the last used first. */
export function listStaffSessions(db: Db, accountId: string, now: Date) {
  return db
    .selectFrom('account_sessions')
    .select(['handle', 'browser', 'system', 'proved_by', 'created_at', 'seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('handle', 'desc')
    .limit(100)
    .execute()
}
export type StaffSessionRow = Awaited<ReturnType<typeof listStaffSessions>>[number]
