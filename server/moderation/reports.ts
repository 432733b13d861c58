import { callDesks } from '../activity/desk.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { PostFull } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { holdPost } from './hold.ts'
import type { reasons } from './json.ts'

export interface ReportDraft {
  reason: (typeof reasons)[number]
  note: string
  memberId: string
  at?: Date
}

/**
 * Reports a post as it stands, once per member and revision: a repeat is the report that is there, also
 * where it was dismissed. Returns its id.
 */
export function reportPost(world: World, site: Site, post: PostFull, draft: ReportDraft): Promise<string> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      const held = await holdPost(trx, site.id, post)
      if (held.hidden) throw new Problem('conflict', 'This post is hidden already.')
      if (held.kind === 'opening' && held.merged_into) throw new Problem('thread_merged')
      const made = await insertReport(trx, site.id, held, draft, draft.at ?? world.clock.now())
      if (!made) return knownReport(trx, site.id, held, draft.memberId)
      await callDesks(world, trx, site.id, 'reports')
      return made
    },
    'quiet',
  )
}

async function insertReport(
  trx: Trx,
  siteId: string,
  post: { id: string; revision: number },
  draft: ReportDraft,
  at: Date,
): Promise<string | undefined> {
  const id = newId()
  const made = await trx
    .insertInto('reports')
    .values({
      site_id: siteId,
      id,
      post_id: post.id,
      revision: post.revision,
      member_id: draft.memberId,
      reason: draft.reason,
      note: draft.note,
      created_at: at,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'post_id', 'revision', 'member_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id
}

async function knownReport(
  trx: Trx,
  siteId: string,
  post: { id: string; revision: number },
  memberId: string,
): Promise<string> {
  const known = await trx
    .selectFrom('reports')
    .select('id')
    .where('site_id', '=', siteId)
    .where('post_id', '=', post.id)
    .where('revision', '=', post.revision)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow()
  return known.id
}
