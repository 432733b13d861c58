import { sql } from 'kysely'
import { learnTables } from '../../db/statistics.ts'
import type { World } from '../context.ts'
import { sweepImages } from '../images/sweep.ts'
import { later } from '../lib/clock.ts'
import { sendDue } from '../mails/send.ts'
import { finishErasure } from '../members/erase.ts'
import { sweepGuests } from '../sessions/guest_sweep.ts'
import { tellFollowers } from '../subscriptions/tell_followers.ts'
import { renewTexts } from '../threads/renew_texts.ts'
import { forgetFailure, noteFailure } from './failing.ts'
import type { Handlers } from './kinds.ts'
import { TooLate, type Watch } from './settle.ts'

/** What each queue's jobs do. */
export function handlers(world: World): Handlers {
  return {
    mail: async (mail) => {
      if (mail.until && new Date(mail.until) < world.clock.now()) throw new TooLate()
      await world.mailer.send(mail)
    },
    followers: (news) => tellFollowers(world, news),
    news: () => sendDue(world),
    counters: () => proveCounters(world),
    sweep: () => sweep(world),
    guests: () => sweepGuests(world),
    erasures: (erasure) => finishErasure(world, erasure),
    texts: () => renewTexts(world),
    statistics: async () => {
      await learnTables(world.database)
    },
  }
}

/** Jobs of a site that fail are kept where its admins look. */
export const watch = (world: World): Watch => ({
  failed: (trouble) => noteFailure(world, trouble),
  recovered: (siteId, id) => forgetFailure(world.db, siteId, id),
})

/**
 * Compares every counter with the rows it counts, site by site, and says where they differ. It mends
 * nothing by itself: a difference is a fault of ours, to be seen and explained.
 */
export async function proveCounters(world: World): Promise<void> {
  const { rows: sites } = await sql<{ id: string }>`select id from sites order by id`.execute(world.db)
  for (const site of sites) {
    const wrong = await wrongCounters(world, site.id)
    if (wrong.length)
      world.log.error({ site: site.id, threads: wrong.slice(0, 20) }, 'counters differ from their rows')
  }
}

/**
 * Threads of a site whose counters differ from their rows, or that are listed though merged or hidden (or the
 * other way round), a hundred at most. A merged thread keeps its votes, and their count. One whose words its author
 * took away is listed while others replied in it.
 */
export async function wrongCounters(world: World, siteId: string): Promise<{ number: number }[]> {
  const { rows } = await sql<{ number: number }>`
    select c.number from thread_counters c
    join threads t on t.site_id = c.site_id and t.id = c.thread_id
    where c.site_id = ${siteId} and (
      (c.listed <> (t.merged_into is null and not exists (select from rulings r
        where r.site_id = t.site_id and r.post_id = t.opening_id and r.lifted_at is null))
        and not exists (select from posts o
          where o.site_id = t.site_id and o.id = t.opening_id and o.deleted_at is not null)) or
      c.vote_count <> (select count(*) from votes v where v.site_id = c.site_id and v.thread_id = c.thread_id)
      or c.reply_count <> (select count(*) from posts p
        where p.site_id = c.site_id and p.thread_id = c.thread_id and p.kind = 'reply' and p.deleted_at is null)
      or exists (select from posts p join reaction_counts n on n.site_id = p.site_id and n.post_id = p.id
        where p.site_id = c.site_id and p.thread_id = c.thread_id and n.counts is distinct from coalesce((
          select jsonb_object_agg(x.name, x.given) from (select r.name, count(*) as given from reactions r
            where r.site_id = p.site_id and r.post_id = p.id group by 1) x), '{}')))
    limit 100`.execute(world.db)
  return rows
}

/** Deletes what has served its time: spent tokens, old codes, links and sessions, answered keys, limits' windows, images that no post shows. */
async function sweep(world: World): Promise<void> {
  const now = world.clock.now()
  const day = later(now, -86_400)
  const { db } = world
  await db.deleteFrom('spent_tokens').where('expires_at', '<', now).execute()
  await db.deleteFrom('sign_in_codes').where('expires_at', '<', day).execute()
  await db.deleteFrom('sign_in_links').where('expires_at', '<', day).execute()
  await db.deleteFrom('sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('account_sessions').where('expires_at', '<', now).execute()
  await db.deleteFrom('allowances').where('ends_at', '<', now).execute()
  await db.deleteFrom('account_challenges').where('expires_at', '<', now).execute()
  await db.deleteFrom('openid_requests').where('expires_at', '<', now).execute()
  await db.deleteFrom('invitations').where('sent_at', '<', day).execute()
  await db.deleteFrom('idempotency_keys').where('created_at', '<', day).execute()
  await db
    .deleteFrom('mails')
    .where('state', '=', 'sent')
    .where('settled_at', '<', later(now, -7 * 86_400))
    .execute()
  await db
    .deleteFrom('failing_jobs')
    .where('failed_at', '<', later(now, -7 * 86_400))
    .execute()
  await db
    .deleteFrom('mailbox')
    .where('created_at', '<', later(now, -7 * 86_400))
    .execute()
  await sweepImages(world)
}
