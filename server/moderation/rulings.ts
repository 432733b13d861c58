import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tell, tellAt } from '../notifications/tell.ts'
import type { PostFull } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { holdPost } from './hold.ts'
import { nameInStory } from './story_title.ts'

export interface RulingDraft {
  /** The number of a rule in force. */
  rule: number
  reason: string
  /** The revision that was judged. */
  revision: number
  by: string
  at?: Date
}

/**
 * Hides a post by a ruling on the revision that was judged: closes its open reports as upheld, takes the
 * thread out of the lists where it is an opening text, and tells its author a little later, all at once.
 * Refused where the text has moved on, or where a ruling stands already. Returns the ruling's id and when its author is told.
 */
export function rule(
  world: World,
  site: Site,
  post: PostFull,
  draft: RulingDraft,
): Promise<{ id: string; tellAt: Date }> {
  return inTransaction(world, site.id, async (trx) => {
    const at = draft.at ?? world.clock.now()
    const held = await holdPost(trx, site.id, post)
    if (held.hidden) throw new Problem('conflict', 'A ruling on this post stands already.')
    if (held.revision !== draft.revision) throw stale(held.revision)
    const version = await versionInForce(trx, site.id, draft.rule)
    if (held.kind === 'opening') {
      await setListed(trx, site.id, held.thread_id, false)
      await nameInStory(trx, site.id, { id: held.thread_id, merged_into: held.merged_into }, false)
    }
    await closeReports(trx, site.id, post.id, draft.by, at)
    const ruling = { id: newId(), tellAt: tellAt(at) }
    const number = await insertRuling(trx, site.id, post.id, draft, version, { ...ruling, at })
    if (held.author_id) {
      const news = { threadId: held.thread_id, postId: post.id, rulingId: ruling.id, actorId: draft.by }
      await tell(
        trx,
        site.id,
        [held.author_id],
        { kind: 'ruling', key: `ruling:${ruling.id}`, ...news },
        ruling.tellAt,
      )
    }
    await audit(trx, site.id, draft.by, 'posts.hide', 'post', post.id, {
      ruling: number,
      rule: draft.rule,
      reason: draft.reason,
      thread: held.number,
      revision: draft.revision,
    })
    record(trx, {
      kind: 'hidden',
      threadId: held.thread_id,
      postId: post.id,
      actorId: draft.by,
      public: false,
      at,
    })
    return ruling
  })
}

// With what a reader needs to fetch the new text and look again.
function stale(revision: number): Problem {
  return new Problem('stale_revision', 'The author has changed this post since you read it. Read it again.', {
    errors: [{ path: 'revision', message: `It is now revision ${revision}.` }],
    headers: { etag: `"${revision}"` },
  })
}

/** The version of a rule that is in force; refused where there is none. */
export async function versionInForce(trx: Trx, siteId: string, number: number): Promise<number> {
  const last = await trx
    .selectFrom('rules')
    .select(['version', 'retired_at'])
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last && !last.retired_at) return last.version
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'rule', message: 'There is no such rule in force.' }],
  })
}

/** A thread whose words went with its author, who was erased, is not listed again by lifting a ruling. */
export async function setListed(trx: Trx, siteId: string, threadId: string, listed: boolean): Promise<void> {
  await sql`update thread_counters c set listed = ${listed}::boolean and exists (
      select from threads t join posts o on o.site_id = t.site_id and o.id = t.opening_id and o.deleted_at is null
      where t.site_id = c.site_id and t.id = c.thread_id)
    where c.site_id = ${siteId} and c.thread_id = ${threadId}`.execute(trx)
}

async function closeReports(trx: Trx, siteId: string, postId: string, by: string, at: Date): Promise<void> {
  await trx
    .updateTable('reports')
    .set({ outcome: 'upheld', closed_by: by, closed_at: at })
    .where('site_id', '=', siteId)
    .where('post_id', '=', postId)
    .where('closed_at', 'is', null)
    .execute()
}

async function insertRuling(
  trx: Trx,
  siteId: string,
  postId: string,
  draft: RulingDraft,
  version: number,
  made: { id: string; at: Date; tellAt: Date },
): Promise<number> {
  const { rows } = await sql<{ last_ruling: number }>`
    update feeds set last_ruling = last_ruling + 1 where site_id = ${siteId} returning last_ruling`.execute(
    trx,
  )
  const number = rows[0]!.last_ruling
  await trx
    .insertInto('rulings')
    .values({
      site_id: siteId,
      id: made.id,
      number,
      post_id: postId,
      revision: draft.revision,
      rule_number: draft.rule,
      rule_version: version,
      reason: draft.reason,
      ruled_by: draft.by,
      created_at: made.at,
      tell_at: made.tellAt,
    })
    .execute()
  return number
}
