import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken, newId, newToken } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import type { Locale } from '../words.ts'
import type { GuestProof } from './input.ts'
import type { GuestChallengeJson, GuestSessionJson, SessionJson } from './json.ts'
import { guestName } from './names.ts'
import { openSession } from './open.ts'
import { checkProof, makeChallenge, type Proved } from './proof_of_work.ts'
import { type GuestConnection, guestConnection } from './queries.ts'

/** What a visitor's browser works on before it may be a guest's. Nothing of it is kept. */
export async function challengeGuest(world: World, site: Site): Promise<GuestChallengeJson> {
  requireGuests(site)
  const { secret } = await guestConnection(world.db, site.id)
  return makeChallenge(secret, world.clock.now())
}

/**
 * Makes a guest of a visitor whose browser did the work, once for each challenge: a member of the device, which is
 * known again by a secret that is shown this once and kept as a hash.
 */
export async function openGuestSession(
  world: World,
  site: Site,
  proof: GuestProof,
): Promise<GuestSessionJson> {
  requireGuests(site)
  const connection = await guestConnection(world.db, site.id)
  const proved = await checkProof(connection.secret, proof, world.clock.now())
  const profile = { name: proof.name, locale: proof.locale ?? site.locale }
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      await spend(trx, site.id, connection, proved)
      return insertGuest(world, trx, site.id, connection, profile)
    },
    'quiet',
  )
}

function requireGuests(site: Site): void {
  if (!site.settings.guests) throw new Problem('forbidden', 'This site takes no guests.')
}

async function spend(
  trx: Trx,
  siteId: string,
  { id }: GuestConnection,
  { nonce, usableUntil }: Proved,
): Promise<void> {
  const spent = await trx
    .insertInto('spent_tokens')
    .values({ site_id: siteId, connection_id: id, jti: nonce, expires_at: usableUntil })
    .onConflict((conflict) => conflict.doNothing())
    .returning('jti')
    .executeTakeFirst()
  if (!spent) throw new Problem('proof_refused')
}

/** The rows of a new guest, inside a transaction of the caller. */
export async function insertGuest(
  world: World,
  trx: Trx,
  siteId: string,
  connection: GuestConnection,
  { name, locale }: { name?: string | undefined; locale: Locale },
): Promise<GuestSessionJson> {
  const id = newId()
  const device = newToken('pvg')
  await trx
    .insertInto('members')
    .values({ site_id: siteId, id, role: 'guest', name: name ?? guestName(locale), locale })
    .execute()
  await trx
    .insertInto('identities')
    .values({ site_id: siteId, connection_id: connection.id, subject: hashToken(device), member_id: id })
    .execute()
  return { ...(await openSession(world, trx, siteId, id, connection.id)), device }
}

/** A new session for the guest of a device, whose work was done when they first came. */
export async function reopenGuestSession(world: World, site: Site, device: string): Promise<SessionJson> {
  requireGuests(site)
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      // Held, so that no sign-in makes a member of the guest between this and the session.
      const guest = await trx
        .selectFrom('identities as i')
        .innerJoin('members as m', (join) =>
          join.onRef('m.site_id', '=', 'i.site_id').onRef('m.id', '=', 'i.member_id'),
        )
        .select(['m.id', 'i.connection_id'])
        .where('i.site_id', '=', site.id)
        .where('i.subject', '=', hashToken(device))
        .where('m.role', '=', 'guest')
        .where('m.erased_at', 'is', null)
        .where('i.connection_id', 'in', (pick) =>
          pick
            .selectFrom('connections')
            .select('id')
            .where('site_id', '=', site.id)
            .where('kind', '=', 'guest'),
        )
        .forKeyShare('m')
        .executeTakeFirst()
      if (!guest) throw new Problem('guest_unknown')
      return openSession(world, trx, site.id, guest.id, guest.connection_id)
    },
    'quiet',
  )
}
