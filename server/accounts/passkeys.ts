import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { isConnectionFailure, Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { wait } from '../sessions/identify.ts'
import { begin, finish, tryToFinish } from './challenges.ts'
import { type Holder, requireFresh } from './holder.ts'
import { findPasskey, listPasskeys } from './queries.ts'

// Web Authentication, Level 3. A passkey is found by itself and asks for a finger, a face or a PIN, so that it is
// both factors at once; one that does neither is refused. Its relying party is the host of PUBLIC_URL.

const mostPasskeys = 20

const partyOf = ({ config }: World) => ({
  rpID: config.publicUrl.hostname,
  origin: config.publicUrl.origin,
})

/** What a browser needs to make a passkey for the account; those that it has are not made again. */
export async function beginPasskey(world: World, holder: Holder, who: { email: string; name: string }) {
  requireFresh(world, holder)
  const known = await listPasskeys(world.db, holder.accountId)
  refuseTooMany(known)
  const { rpID } = partyOf(world)
  const options = await generateRegistrationOptions({
    rpName: rpID,
    rpID,
    userName: who.email,
    userDisplayName: who.name,
    userID: new TextEncoder().encode(holder.accountId),
    attestationType: 'none',
    excludeCredentials: known.map((one) => ({ id: one.credential_id, transports: one.transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await begin(world, 'new_passkey', options.challenge, { accountId: holder.accountId })
  return options
}

function refuseTooMany(known: unknown[]): void {
  if (known.length >= mostPasskeys)
    throw new Problem('conflict', `An account has at most ${mostPasskeys} passkeys.`)
}

/** Keeps the passkey that a browser made. Returns its id. */
export async function addPasskey(
  world: World,
  holder: Holder,
  name: string,
  response: RegistrationResponseJSON,
): Promise<string> {
  requireFresh(world, holder)
  const { rpID, origin } = partyOf(world)
  const made = await checked(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: async (challenge) => {
        const begun = await tryToFinish(world, 'new_passkey', challenge)
        return begun?.account_id === holder.accountId && (await finish(world, challenge))
      },
      expectedOrigin: origin,
      expectedRPID: rpID,
    }),
  )
  const { id: credentialId, publicKey, counter, transports } = made.registrationInfo!.credential
  const id = newId()
  await inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      // Many may have been begun: those that come back at once are counted one after the other.
      await wait(trx, `passkeys ${holder.accountId}`)
      refuseTooMany(await listPasskeys(trx, holder.accountId))
      const kept = await trx
        .insertInto('account_passkeys')
        .values({
          id,
          account_id: holder.accountId,
          credential_id: credentialId,
          public_key: Buffer.from(publicKey),
          counter,
          transports: transports ?? [],
          name,
          created_at: world.clock.now(),
        })
        .onConflict((conflict) => conflict.column('credential_id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!kept) throw new Problem('conflict', 'This passkey is kept already.')
      await audit(trx, holder.siteId, holder.memberId, 'passkey.add', 'member', holder.memberId, { name })
    },
    'quiet',
  )
  return id
}

export async function removePasskey(world: World, holder: Holder, id: string): Promise<void> {
  requireFresh(world, holder)
  await inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      const removed = await trx
        .deleteFrom('account_passkeys')
        .where('account_id', '=', holder.accountId)
        .where('id', '=', id)
        .returning('name')
        .executeTakeFirst()
      if (!removed) throw new Problem('not_found')
      await audit(trx, holder.siteId, holder.memberId, 'passkey.remove', 'member', holder.memberId, removed)
    },
    'quiet',
  )
}

/** What a browser needs to ask for any passkey of this server; it says nothing of anybody. */
export async function askForPasskey(world: World) {
  const { rpID } = partyOf(world)
  const options = await generateAuthenticationOptions({ rpID, userVerification: 'required' })
  await begin(world, 'passkey', options.challenge)
  return options
}

/** The account that a passkey proves. */
export async function provePasskey(world: World, response: AuthenticationResponseJSON): Promise<string> {
  const row = await findPasskey(world.db, response.id)
  if (!row) throw new Problem('passkey_refused')
  const { rpID, origin } = partyOf(world)
  const { authenticationInfo } = await checked(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: async (challenge) =>
        (await tryToFinish(world, 'passkey', challenge)) !== undefined && finish(world, challenge),
      expectedOrigin: origin,
      expectedRPID: rpID,
      credential: {
        id: row.credential_id,
        publicKey: new Uint8Array(row.public_key),
        counter: row.counter,
        transports: row.transports,
      },
    }),
  )
  await world.db
    .updateTable('account_passkeys')
    .set({ counter: authenticationInfo.newCounter, used_at: world.clock.now() })
    .where('id', '=', row.id)
    .execute()
  return row.account_id
}

/** What the library throws is about what somebody sent, and is refused; a database that is away is not. */
async function checked<T extends { verified: boolean }>(
  verify: () => Promise<T>,
): Promise<T & { verified: true }> {
  let outcome: T
  try {
    outcome = await verify()
  } catch (error) {
    if (error instanceof Problem || (error instanceof Error && isConnectionFailure(error))) throw error
    throw new Problem('passkey_refused')
  }
  if (!outcome.verified) throw new Problem('passkey_refused')
  return outcome as T & { verified: true }
}
