import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { longestPause } from './cadence.ts'
import { putBack } from './queries.ts'

/** How many mails are tried again at one asking. */
const mostAtOnce = 200

interface Tried {
  id: string
  state: string
}

/** Has a mail tried again at once, whether it failed or waits for its next try. */
export async function retryMail(world: World, site: Site, id: string, by: string): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const mail = await trx
        .selectFrom('mails')
        .select(['id', 'state', 'member_id', 'attempts'])
        .where('site_id', '=', site.id)
        .where('id', '=', id)
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (!mail) throw new Problem('not_found')
      if (mail.state === 'sent' || mail.state === 'sending' || !mail.attempts)
        throw new Problem('conflict', 'This mail has not failed: it is being sent, or is not due yet.')
      await makeDue(trx, site.id, mail, world.clock.now())
      await audit(trx, site.id, by, 'mails.retry', 'member', mail.member_id, {})
    },
    'quiet',
  )
}

/**
 * Has all mails tried again at once that failed, or wait for their next try: the mail server is mended. Some hundreds at
 * most, those due first. Returns how many.
 */
export async function retryMails(world: World, site: Site, by: string): Promise<number> {
  const now = world.clock.now()
  const mails = await triedInVain(world.db, site.id, now)
  // One after the other: who tells somebody something else meanwhile waits for none of the others.
  const act = (mail: Tried) =>
    inTransaction(world, site.id, (trx) => tryOne(trx, site.id, mail, now), 'quiet')
  let count = 0
  // Another mail began to gather for the same reader at that moment: it takes over what was in this one.
  for (const mail of mails)
    if (await act(mail).catch((error) => (isTaken(error) ? act(mail) : Promise.reject(error)))) count++
  if (count) {
    const note = (trx: Trx) => audit(trx, site.id, by, 'mails.retry_all', 'site', site.id, { count })
    await inTransaction(world, site.id, note, 'quiet')
  }
  return count
}

const isTaken = (error: unknown) => (error as { code?: string }).code === '23505'

/** False where it is being sent by now, or is gone. */
async function tryOne(trx: Trx, siteId: string, { id, state }: Tried, now: Date): Promise<boolean> {
  const held = await trx
    .selectFrom('mails')
    .select(['id', 'state'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .where('state', '=', state)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (held) await makeDue(trx, siteId, held, now)
  return held !== undefined
}

// Those that wait for their first moment are not looked at: most of them are due later than any next try.
async function triedInVain(db: Db, siteId: string, now: Date): Promise<Tried[]> {
  const { rows } = await sql<Tried>`
    with failed as (
      select id, state from mails where site_id = ${siteId} and state = 'failed'
      order by due_at, id limit ${mostAtOnce}),
    put_off as (
      select id, state from mails where site_id = ${siteId} and state = 'waiting' and attempts > 0
        and due_at > ${now} and due_at <= ${later(now, longestPause)}
      order by due_at, id limit ${mostAtOnce})
    select * from failed union all select * from put_off limit ${mostAtOnce}`.execute(db)
  return rows
}

async function makeDue(trx: Trx, siteId: string, { id, state }: Tried, now: Date): Promise<void> {
  if (state === 'failed') {
    const again = { state: 'waiting', dueAt: now, reason: null, attempts: 1 } as const
    return putBack(trx, { site_id: siteId, id }, again)
  }
  await trx
    .updateTable('mails')
    .set({ due_at: now })
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .execute()
}
