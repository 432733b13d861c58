import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Proof } from '../sessions/staff_cookie.ts'
import { endSessionsOfLinks } from '../sessions/staff_sessions.ts'
import type { Site } from '../sites/queries.ts'
import type { Proved } from './client.ts'
import { clearDeclined, isDeclined, noteDeclined } from './declined.ts'
import { tellLinked } from './mail.ts'
import { findLink, findStaffByEmail, type Provider } from './queries.ts'

const staffRoles = ['owner', 'admin', 'moderator', 'product']

/**
 * Whom of the site's team a provider has proved: by what they are called there, once that is known; the first time by
 * an address that the provider has verified. Nobody is made, and whoever is not on the team is undefined, for whatever
 * reason; `declined` is who took the provider's link away and has not wished for it since.
 */
export async function provedBy(
  world: World,
  site: Site,
  provider: Provider,
  proved: Proved,
): Promise<Proof | 'declined' | undefined> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      if (!(await stillThere(trx, site.id, provider.id))) return undefined
      const known = await findLink(trx, site.id, provider, proved.subject)
      return known ? useLink(world, trx, site.id, known) : makeLink(world, trx, site.id, provider, proved)
    },
    'quiet',
  )
}

const aboutProvider = ({ id, name }: Provider) => ({ name, provider: id })

// Taken away just now, it would break the key of the link that follows; held, it stays until that is there.
async function stillThere(trx: Trx, siteId: string, providerId: string): Promise<boolean> {
  const provider = await trx
    .selectFrom('openid_providers')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', providerId)
    .forKeyShare()
    .executeTakeFirst()
  return provider !== undefined
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>

async function useLink(world: World, trx: Trx, siteId: string, link: Link): Promise<Proof | undefined> {
  if (!link.account_id || link.erased_at || !staffRoles.includes(link.role)) return undefined
  await trx
    .updateTable('openid_links')
    .set({ used_at: world.clock.now() })
    .where('site_id', '=', siteId)
    .where('id', '=', link.id)
    .execute()
  return { accountId: link.account_id, by: 'openid', within: { siteId, linkId: link.id } }
}

async function makeLink(
  world: World,
  trx: Trx,
  siteId: string,
  provider: Provider,
  { subject, email, emailVerified }: Proved,
): Promise<Proof | 'declined' | undefined> {
  const address = emailVerified ? plainAddress(email) : undefined
  const person = address && (await findStaffByEmail(trx, siteId, address))
  if (!person) return undefined
  if (await isDeclined(trx, siteId, provider.id, person.id)) return 'declined'
  const linkId = await insertLink(world, trx, siteId, provider, subject, person.id)
  if (!linkId) return madeMeanwhile(world, trx, siteId, provider, subject)
  await tellLinked(world, trx, siteId, provider, person)
  await audit(trx, siteId, person.id, 'openid.link', 'member', person.id, aboutProvider(provider))
  return { accountId: person.account_id, by: 'openid', within: { siteId, linkId } }
}

/** The new link's id; undefined where the subject is somebody's, or the member is another subject there. */
async function insertLink(
  world: World,
  trx: Trx,
  siteId: string,
  provider: Provider,
  subject: string,
  memberId: string,
): Promise<string | undefined> {
  const now = world.clock.now()
  const made = await trx
    .insertInto('openid_links')
    .values({
      site_id: siteId,
      id: newId(),
      provider_id: provider.id,
      issuer: provider.issuer,
      subject,
      member_id: memberId,
      created_at: now,
      used_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

/**
 * Links what somebody is at a provider to the member that they are here, by their own wish and without an address;
 * false where either is linked otherwise already, or the provider is gone.
 */
export async function linkOwn(
  world: World,
  siteId: string,
  provider: Provider,
  subject: string,
  memberId: string,
): Promise<boolean> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      if (!(await stillThere(trx, siteId, provider.id))) return false
      if (!(await insertLink(world, trx, siteId, provider, subject, memberId))) return false
      await clearDeclined(trx, siteId, memberId, provider.id)
      await audit(trx, siteId, memberId, 'openid.link', 'member', memberId, aboutProvider(provider))
      return true
    },
    'quiet',
  )
}

// By the same sign-in in another tab; or the person is known by another subject there, and an address that was given
// to somebody else since must not let them in.
async function madeMeanwhile(
  world: World,
  trx: Trx,
  siteId: string,
  provider: Provider,
  subject: string,
): Promise<Proof | undefined> {
  const known = await findLink(trx, siteId, provider, subject)
  return known && useLink(world, trx, siteId, known)
}

// Lower case makes an ASCII letter of some that are none, such as the Kelvin sign, so that is refused first.
function plainAddress(email: string | undefined): string | undefined {
  return email && /^[\x21-\x7e]{3,254}$/.test(email) ? email.toLowerCase() : undefined
}

/**
 * Has somebody of the team no longer signed in by a link of theirs; ends the sessions that it opened. An address does
 * not bring it back: whoever wants it again links it in their account.
 */
export async function removeLink(world: World, siteId: string, memberId: string, id: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const removed = await trx
        .deleteFrom('openid_links as link')
        .using('openid_providers as provider')
        .whereRef('provider.site_id', '=', 'link.site_id')
        .whereRef('provider.id', '=', 'link.provider_id')
        .where('link.site_id', '=', siteId)
        .where('link.member_id', '=', memberId)
        .where('link.id', '=', id)
        .returning(['provider.name', 'provider.id as provider_id'])
        .executeTakeFirst()
      if (!removed) throw new Problem('not_found')
      await noteDeclined(trx, siteId, memberId, removed.provider_id, world.clock.now())
      await endSessionsOfLinks(trx, siteId, [id])
      await audit(trx, siteId, memberId, 'openid.unlink', 'member', memberId, { name: removed.name })
    },
    'quiet',
  )
}

/** Drops the links of somebody who leaves the team, with the sessions that they opened. */
export async function dropLinksOf(trx: Trx, siteId: string, memberId: string): Promise<void> {
  await clearDeclined(trx, siteId, memberId)
  const dropped = await trx
    .deleteFrom('openid_links')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .returning('id')
    .execute()
  if (dropped.length)
    await endSessionsOfLinks(
      trx,
      siteId,
      dropped.map(({ id }) => id),
    )
}
