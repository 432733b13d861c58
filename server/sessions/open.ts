import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { hashToken, newToken } from '../lib/ids.ts'
import { makesStale, type Scope, type Trx } from '../lib/in_transaction.ts'
import { asksFor } from '../segments/matches.ts'
import type { Site } from '../sites/queries.ts'
import { guardsOf } from '../sites/words.ts'
import type { Locale } from '../words.ts'
import type { Claims } from './claims.ts'
import { type KeptCompany, keepCompany } from './company.ts'
import { identify } from './identify.ts'
import { type SessionJson, sessionJson } from './json.ts'
import { namelessName } from './names.ts'
import { spendToken } from './spent.ts'
import { verifySsoToken } from './sso.ts'
import { signIn } from './upgrade.ts'

const lifeInSeconds = 30 * 86_400

/**
 * Exchanges a host-signed token for a bearer session, making or updating the member it names. A `jti` is
 * spent once. The member is found by (connection, sub); by e-mail only at first, and where both connections that know
 * it say that they verified it. `locale` is the language in which the community is read there: it is theirs where
 * neither the host nor they themselves ever said one.
 */
export async function openSsoSession(
  world: World,
  site: Site,
  { token, guest, locale }: { token: string; guest?: string | undefined; locale?: Locale | undefined },
): Promise<SessionJson> {
  const { connection, claims } = await verifySsoToken(world, site, token)
  return signIn(world, site.id, guest, async (trx, upgrade) => {
    await spendToken(trx, site.id, connection.id, claims)
    const profile = () => ({
      name: claims.name ?? namelessName(claims.locale ?? locale ?? site.locale),
      email: claims.email,
      locale: claims.locale,
    })
    const proved = connection.emails_verified ? claims.email : undefined
    const memberId = await identify(trx, site.id, connection.id, claims.sub, profile, proved, upgrade)
    makesStale(trx, await updateProfile(trx, site, memberId, claims, locale))
    return openSession(world, trx, site.id, memberId, connection.id)
  })
}

/** Keeps what the host says of its customer, and in which language they read here; says what has changed by that. */
async function updateProfile(
  trx: Trx,
  site: Site,
  memberId: string,
  claims: Claims,
  locale: Locale | undefined,
): Promise<Scope> {
  const company = claims.company && (await keepCompany(trx, site.id, claims.company))
  const said = {
    ...(claims.name ? { name: claims.name } : {}),
    ...(claims.email ? { email: claims.email } : {}),
    ...(claims.avatar ? { avatar_url: claims.avatar } : {}),
    ...(claims.locale ? { locale: claims.locale } : {}),
    ...(claims.company === undefined ? {} : { company_id: company?.id ?? null }),
    ...(claims.attributes ? { attributes: claims.attributes } : {}),
  }
  if (!Object.keys(said).length && !locale) return 'quiet'
  const before = await trx
    .selectFrom('members')
    .select(['name', 'email', 'avatar_url', 'locale', 'company_id', 'attributes'])
    .where('site_id', '=', site.id)
    .where('id', '=', memberId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  const all = { locale: before.locale ?? locale ?? null, ...said }
  // Most say again what they said before, and a row that stays as it is costs no write.
  const changed = Object.entries(all).filter(
    ([key, value]) => !isDeepStrictEqual(value, before[key as keyof typeof all]),
  )
  if (changed.length) {
    const { attributes, ...profile } = Object.fromEntries(changed) as Partial<typeof all>
    await trx
      .updateTable('members')
      .set({ ...profile, ...(attributes ? { attributes: JSON.stringify(attributes) } : {}) })
      .where('site_id', '=', site.id)
      .where('id', '=', memberId)
      .execute()
  }
  const names = changed.map(([key]) => key)
  if (asksFor(guardsOf(site), factsAmong(names, company, before.attributes, claims.attributes)))
    return 'people'
  const seen = names.some((key) => ['name', 'avatar_url', 'company_id'].includes(key))
  return seen || company?.changed.includes('name') ? 'content' : 'quiet'
}

/** Which facts, as the rules of segments name them, have changed. */
function factsAmong(
  columns: string[],
  company: KeptCompany | null | undefined,
  before: unknown,
  attributes: Claims['attributes'] = {},
): Set<string> {
  const facts = new Set<string>(company?.changed)
  if (columns.includes('locale')) facts.add('locale')
  if (columns.includes('company_id')) for (const fact of ['company', 'plan', 'revenue']) facts.add(fact)
  if (columns.includes('attributes')) {
    const [old, now] = [new Map(Object.entries(before as object)), new Map(Object.entries(attributes))]
    for (const name of [...old.keys(), ...now.keys()])
      if (old.get(name) !== now.get(name)) facts.add(`attributes.${name}`)
  }
  return facts
}

/**
 * A new bearer session for a member; the token itself is nowhere kept. It ends with the connection that the member
 * came by, where there is one.
 */
export async function openSession(
  world: World,
  trx: Trx,
  siteId: string,
  memberId: string,
  connectionId: string | null = null,
): Promise<SessionJson> {
  const now = world.clock.now()
  const token = newToken('pvs')
  const expiresAt = later(now, lifeInSeconds)
  await trx
    .insertInto('sessions')
    .values({
      site_id: siteId,
      token_hash: hashToken(token),
      member_id: memberId,
      connection_id: connectionId,
      created_at: now,
      expires_at: expiresAt,
    })
    .execute()
  await sql`insert into member_days (site_id, member_id, day) values (${siteId}, ${memberId}, ${now.toISOString().slice(0, 10)})
    on conflict do nothing`.execute(trx)
  const member = await trx
    .selectFrom('members')
    .select(['id', 'name', 'avatar_url', 'picture_id', 'locale', 'role'])
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return sessionJson(world.config, token, expiresAt, member, siteId)
}
