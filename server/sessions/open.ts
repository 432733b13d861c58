import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { makesStale, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import type { Claims } from './claims.ts'
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
 * it say that they verified it.
 */
export async function openSsoSession(
  world: World,
  site: Site,
  token: string,
  guest?: string,
): Promise<SessionJson> {
  const { connection, claims } = await verifySsoToken(world, site, token)
  return signIn(world, site.id, guest, async (trx, upgrade) => {
    await spendToken(trx, site.id, connection.id, claims)
    const profile = () => ({
      name: claims.name ?? namelessName(claims.locale ?? site.locale),
      email: claims.email,
      locale: claims.locale,
    })
    const proved = connection.emails_verified ? claims.email : undefined
    const memberId = await identify(trx, site.id, connection.id, claims.sub, profile, proved, upgrade)
    if (await updateProfile(trx, site.id, memberId, claims)) makesStale(trx, 'content')
    return openSession(world, trx, site.id, memberId, connection.id)
  })
}

/** Keeps what the host says of its customer; true where what others see of it has changed. */
async function updateProfile(trx: Trx, siteId: string, memberId: string, claims: Claims): Promise<boolean> {
  const companyId = claims.company ? await keepCompany(trx, siteId, claims.company) : undefined
  const said = {
    ...(claims.name ? { name: claims.name } : {}),
    ...(claims.email ? { email: claims.email } : {}),
    ...(claims.avatar ? { avatar_url: claims.avatar } : {}),
    ...(claims.locale ? { locale: claims.locale } : {}),
    ...(companyId ? { company_id: companyId } : {}),
    ...(claims.attributes ? { attributes: claims.attributes } : {}),
  }
  if (!Object.keys(said).length) return false
  const before = await trx
    .selectFrom('members')
    .select(['name', 'email', 'avatar_url', 'locale', 'company_id', 'attributes'])
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  // Most say again what they said before, and a row that stays as it is costs no write.
  const changed = Object.entries(said).filter(
    ([key, value]) => !isDeepStrictEqual(value, before[key as keyof typeof said]),
  )
  if (!changed.length) return false
  const { attributes, ...profile } = Object.fromEntries(changed) as Partial<typeof said>
  await trx
    .updateTable('members')
    .set({ ...profile, ...(attributes ? { attributes: JSON.stringify(attributes) } : {}) })
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .execute()
  return changed.some(([key]) => ['name', 'avatar_url', 'company_id'].includes(key))
}

async function keepCompany(
  trx: Trx,
  siteId: string,
  company: NonNullable<Claims['company']>,
): Promise<string> {
  const row = await trx
    .insertInto('companies')
    .values({
      site_id: siteId,
      id: newId(),
      external_id: company.id,
      name: company.name ?? company.id,
      plan: company.plan ?? null,
      revenue: company.revenue ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['site_id', 'external_id']).doUpdateSet((update) => ({
        name: company.name ?? update.ref('companies.name'),
        plan: company.plan ?? update.ref('companies.plan'),
        revenue: company.revenue ?? update.ref('companies.revenue'),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
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
