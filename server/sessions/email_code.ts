import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Db } from '../../db/connect.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { hashToken, isId, newId, newToken } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { codeMail } from '../lib/mails.ts'
import type { Site } from '../sites/queries.ts'
import type { Locale } from '../words.ts'
import { identify } from './identify.ts'
import type { ChallengeJson, SessionJson } from './json.ts'
import { namelessName } from './names.ts'
import { openSession } from './open.ts'
import { signIn } from './upgrade.ts'

type Purpose = 'member' | 'staff' | 'erasure'

const tries = 5
const lifeInSeconds = 600

/**
 * Sends a six-digit code to an address. It is bound to the asking browser by the device secret in the
 * answer, dies after five tries or ten minutes, and the answer is the same whether the address is known.
 */
export async function sendCode(
  world: World,
  site: Site,
  purpose: Purpose,
  email: string,
  locale: Locale,
): Promise<ChallengeJson> {
  if (!world.mailer.ready)
    throw new Problem('unavailable', 'This server cannot send e-mail: SMTP_URL is not set.')
  const now = world.clock.now()
  const id = newId()
  const device = newToken('pvd')
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const expiresAt = later(now, lifeInSeconds)
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      await trx
        .insertInto('sign_in_codes')
        .values({
          site_id: site.id,
          id,
          purpose,
          email,
          code_hash: hashCode(device, code),
          device_hash: hashToken(device),
          created_at: now,
          expires_at: expiresAt,
        })
        .execute()
      // An unknown address of a staff sign-in gets the same row and the same work: a mail that goes to nobody.
      const known = purpose !== 'staff' || (await staffAccountOf(trx, site.id, email)) !== undefined
      const mail = codeMail(site.name, code, locale, purpose === 'erasure')
      const to = known ? email : null
      const until = expiresAt.toISOString()
      await world.jobs.send(trx, 'mail', { siteId: site.id, to, about: 'code', until, ...mail })
    },
    'quiet',
  )
  return { challenge: id, device, expiresAt: expiresAt.toISOString() }
}

// The code alone has too little entropy for a bare hash; the device secret is the key and is not kept.
function hashCode(device: string, code: string): string {
  return createHmac('sha256', device).update(code).digest('base64url')
}

/** Checks a code and spends it. The try is counted before the code is looked at. Returns the address. */
async function spendCode(
  world: World,
  siteId: string,
  purpose: Purpose,
  challenge: string,
  device: string,
  code: string,
): Promise<string> {
  if (!isId(challenge)) throw new Problem('code_refused')
  const now = world.clock.now()
  const row = await world.db
    .updateTable('sign_in_codes')
    .set((set) => ({ tries: set('tries', '+', 1) }))
    .where('site_id', '=', siteId)
    .where('id', '=', challenge)
    .where('purpose', '=', purpose)
    .where('device_hash', '=', hashToken(device))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('tries', '<', tries)
    .returning(['email', 'code_hash'])
    .executeTakeFirst()
  if (!row || !timingSafeEqual(Buffer.from(row.code_hash), Buffer.from(hashCode(device, code)))) {
    throw new Problem('code_refused')
  }
  const spent = await world.db
    .updateTable('sign_in_codes')
    .set({ used_at: now })
    .where('site_id', '=', siteId)
    .where('id', '=', challenge)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!spent) throw new Problem('code_refused')
  return row.email
}

/** A widget session for whoever reads the mails of an address. */
export async function openEmailSession(
  world: World,
  site: Site,
  proof: { challenge: string; device: string; code: string; locale: Locale; guest?: string | undefined },
): Promise<SessionJson> {
  const email = await spendCode(world, site.id, 'member', proof.challenge, proof.device, proof.code)
  return signIn(world, site.id, proof.guest, async (trx, upgrade) => {
    const connection = await trx
      .selectFrom('connections')
      .select('id')
      .where('site_id', '=', site.id)
      .where('kind', '=', 'email')
      .executeTakeFirstOrThrow()
    const profile = () => ({ name: namelessName(proof.locale), email, locale: proof.locale })
    const memberId = await identify(trx, site.id, connection.id, email, profile, email, upgrade)
    return openSession(world, trx, site.id, memberId, connection.id)
  })
}

/** The address whose reader wishes to be erased. */
export function spendErasureCode(
  world: World,
  siteId: string,
  { challenge, device, code }: { challenge: string; device: string; code: string },
): Promise<string> {
  return spendCode(world, siteId, 'erasure', challenge, device, code)
}

/** The staff account that proved its address by a code. */
export async function spendStaffCode(
  world: World,
  siteId: string,
  proof: { challenge: string; device: string; code: string },
): Promise<string> {
  const email = await spendCode(world, siteId, 'staff', proof.challenge, proof.device, proof.code)
  const accountId = await staffAccountOf(world.db, siteId, email)
  if (!accountId) throw new Problem('code_refused')
  return accountId
}

async function staffAccountOf(db: Db, siteId: string, email: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('accounts')
    .innerJoin('members', 'members.account_id', 'accounts.id')
    .select('accounts.id')
    .where('members.site_id', '=', siteId)
    .where('accounts.email', '=', email)
    .where('members.role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}
