import { sql } from 'kysely'
import { newId } from '../lib/ids.ts'
import { makesStale, type Trx } from '../lib/in_transaction.ts'
import type { Locale } from '../words.ts'
import type { Upgrade } from './upgrade.ts'

/**
 * The member behind an identity, made when the identity is seen for the first time. `proved` is an address that the
 * connection vouches for: somebody known by it from another such connection is known again, and gets no second self.
 * Who was a guest until now becomes this member, or gives them what they did.
 */
export async function identify(
  trx: Trx,
  siteId: string,
  connectionId: string,
  subject: string,
  profile: () => { name: string; email?: string; locale?: Locale },
  proved: string | undefined,
  upgrade: Upgrade,
): Promise<string> {
  // Two first sign-ons at once would each make a member: the second waits for the first here.
  await wait(trx, `${siteId} ${connectionId} ${subject}`)
  // Held, so that nothing is said of somebody who is erased meanwhile: who was, is new here.
  const known = await trx
    .selectFrom('identities as i')
    .innerJoin('members as m', (join) =>
      join.onRef('m.site_id', '=', 'i.site_id').onRef('m.id', '=', 'i.member_id'),
    )
    .select(['i.member_id', 'i.email'])
    .where('i.site_id', '=', siteId)
    .where('i.connection_id', '=', connectionId)
    .where('i.subject', '=', subject)
    .where('m.erased_at', 'is', null)
    .forKeyShare('m')
    .executeTakeFirst()
  if (known) {
    if (known.email !== (proved ?? null)) await keepAddress(trx, siteId, connectionId, subject, proved)
    await upgrade.unite(trx, known.member_id)
    return known.member_id
  }
  const before = proved && (await knownByAddress(trx, siteId, connectionId, proved))
  if (before) await upgrade.unite(trx, before)
  const id = before || ((await upgrade.promote(trx, profile())) ?? (await makeMember(trx, siteId, profile())))
  // An address more that is proved may bring somebody, and the sessions they have, into a segment of its domain.
  if (before) makesStale(trx, 'people')
  await trx
    .insertInto('identities')
    .values({ site_id: siteId, connection_id: connectionId, subject, member_id: id, email: proved ?? null })
    .execute()
  return id
}

/** Takes a turn by a name until the transaction ends. */
export function wait(trx: Trx, turn: string) {
  return sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(trx)
}

/**
 * Who showed in another connection that an address is theirs. Never somebody of the team; and never somebody whom
 * this connection knows by another subject: two customers of one host stay two, also where they share an address.
 */
async function knownByAddress(
  trx: Trx,
  siteId: string,
  connectionId: string,
  email: string,
): Promise<string | undefined> {
  await wait(trx, `${siteId} ${email}`)
  const { rows } = await sql<{ id: string }>`
    select m.id from identities i
    join connections c on c.site_id = i.site_id and c.id = i.connection_id and c.emails_verified
    join members m on m.site_id = i.site_id and m.id = i.member_id
    where i.site_id = ${siteId} and i.email = ${email} and i.connection_id <> ${connectionId}
      and m.role = 'member' and m.account_id is null and m.erased_at is null
      and not exists (select from identities o where o.site_id = m.site_id and o.member_id = m.id
        and o.connection_id = ${connectionId})
    order by i.created_at, m.id limit 1 for key share of m`.execute(trx)
  return rows[0]?.id
}

async function makeMember(
  trx: Trx,
  siteId: string,
  profile: { name: string; email?: string; locale?: Locale },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('members')
    .values({ site_id: siteId, id, role: 'member', ...profile })
    .execute()
  return id
}

async function keepAddress(
  trx: Trx,
  siteId: string,
  connectionId: string,
  subject: string,
  email: string | undefined,
): Promise<void> {
  makesStale(trx, 'people')
  await trx
    .updateTable('identities')
    .set({ email: email ?? null })
    .where('site_id', '=', siteId)
    .where('connection_id', '=', connectionId)
    .where('subject', '=', subject)
    .execute()
}
