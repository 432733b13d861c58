import { createHmac } from 'node:crypto'
import { type Challenge, createChallenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import { insertGuest } from '../../server/sessions/guest.ts'
import { guestConnection } from '../../server/sessions/queries.ts'
import type { Person, TestSite } from './world.ts'

/** A guest with the secret of their device. */
export interface GuestPerson extends Person {
  device: string
  token: string
}

/** What a browser sends once its work is done: the real work on a real challenge, most of a second of it. */
export async function workedOn(site: TestSite) {
  const { status, body, text } = await site.post('sessions/guest-challenges', undefined)
  if (status !== 201) throw new Error(`No challenge: ${text}`)
  return { challenge: body, solution: await solve(body) }
}

/** Tries one counter after the other, as anybody who knows ALTCHA does. */
async function solve(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey })
  return solution!
}

/** A challenge as the site would sign it, with next to no work in it; `wish` may overwrite any part of that. */
export async function easyProof(
  site: TestSite,
  wish: { expiresAt?: number; counter?: number; secret?: string } = {},
) {
  const { world } = site
  const secret = wish.secret ?? (await guestConnection(world.db, (await site.row()).id)).secret
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 10,
    counter: wish.counter ?? 2,
    data: { most: 800 },
    deriveKey,
    expiresAt: wish.expiresAt ?? Math.floor(world.clock.now().getTime() / 1000) + 600,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: createHmac('sha256', secret).update('derived key').digest('hex'),
  })
  return { challenge, solution: await solve(challenge) }
}

/** A guest of a site that takes them, without the work before it. */
export async function arriveAsGuest(site: TestSite, name?: string): Promise<GuestPerson> {
  const { world } = site
  const { id: siteId, locale } = await site.row()
  const connection = await guestConnection(world.db, siteId)
  const { member, token, device } = await inTransaction(
    world,
    siteId,
    (trx) => insertGuest(world, trx, siteId, connection, { name, locale }),
    'quiet',
  )
  return { id: member.id, name: member.name, headers: { authorization: `Bearer ${token}` }, device, token }
}
