import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken } from '../lib/ids.ts'
import { inTransaction, makesStale, type Trx } from '../lib/in_transaction.ts'
import type { Locale } from '../words.ts'
import { holdGuest, isBusy } from './guest_hold.ts'
import { uniteGuest } from './guest_moves.ts'
import { isGuestName } from './names.ts'

/** Who a guest becomes, from what their sign-in says. */
interface Profile {
  name: string
  email?: string
  locale?: Locale
}

/** What a sign-in may do with the guest that its person was until now. */
export interface Upgrade {
  /** Makes a full member of the guest, where there is one; says which. */
  promote(trx: Trx, profile: Profile): Promise<string | undefined>
  /** Gives what the guest did to a member who was known before. */
  unite(trx: Trx, memberId: string): Promise<void>
}

const tries = 60

/**
 * Runs a sign-in in one transaction, with what becomes of the guest whose session token or device secret came with
 * it. One that is nobody's, another site's or a full member's does nothing. The guest is held only where nothing of
 * theirs is under way; else the transaction begins anew a moment later, so that it never stands in another's way.
 */
export async function signIn<T>(
  world: World,
  siteId: string,
  guest: string | undefined,
  work: (trx: Trx, upgrade: Upgrade) => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await inTransaction(
        world,
        siteId,
        (trx) => work(trx, upgradeOf(siteId, guest, world.clock.now())),
        'quiet',
      )
    } catch (error) {
      if (guest === undefined || !isBusy(error)) throw error
      if (left === 0) throw new Problem('unavailable', undefined, { headers: { 'retry-after': '2' } })
      await setTimeout(5 + Math.random() * 30)
    }
  }
}

function upgradeOf(siteId: string, token: string | undefined, now: Date): Upgrade {
  const find = async (trx: Trx) => (token === undefined ? undefined : guestOf(trx, siteId, token, now))
  return {
    async promote(trx, profile) {
      const guest = await find(trx)
      if (!guest || !(await holdGuest(trx, siteId, guest))) return undefined
      await becomeMember(trx, siteId, guest, profile)
      makesStale(trx, 'structure')
      return guest
    },
    async unite(trx, memberId) {
      const guest = await find(trx)
      if (!guest || guest === memberId) return
      if (await uniteGuest(trx, siteId, guest, memberId)) makesStale(trx, 'structure')
    },
  }
}

async function guestOf(trx: Trx, siteId: string, token: string, now: Date): Promise<string | undefined> {
  const hash = hashToken(token)
  const { rows } = await sql<{ id: string }>`
    select m.id from members m where m.site_id = ${siteId} and m.role = 'guest' and m.erased_at is null and m.id in (
      select s.member_id from sessions s where s.site_id = ${siteId} and s.token_hash = ${hash} and s.expires_at > ${now}
      union all
      select i.member_id from identities i join connections c on c.site_id = i.site_id and c.id = i.connection_id
      where i.site_id = ${siteId} and i.subject = ${hash} and c.kind = 'guest') limit 1`.execute(trx)
  return rows[0]?.id
}

/** A name that the guest gave stays, until the host says another; the device's secret and sessions end. */
async function becomeMember(trx: Trx, siteId: string, guestId: string, profile: Profile): Promise<void> {
  const member = trx.selectFrom('members').where('site_id', '=', siteId).where('id', '=', guestId)
  const { name } = await member.select('name').executeTakeFirstOrThrow()
  await trx
    .updateTable('members')
    .set({ role: 'member', ...profile, name: isGuestName(name) ? profile.name : name })
    .where('site_id', '=', siteId)
    .where('id', '=', guestId)
    .execute()
  for (const table of ['identities', 'sessions'] as const)
    await trx.deleteFrom(table).where('site_id', '=', siteId).where('member_id', '=', guestId).execute()
}
