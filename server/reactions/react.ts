import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, makesStale, type Trx } from '../lib/in_transaction.ts'
import { holdPost } from '../moderation/hold.ts'
import type { PostFull } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import type { ReactedJson } from './json.ts'
import type { ReactionName } from './signs.ts'

interface Wish {
  memberId: string
  name: ReactionName
  want: boolean
}

/** Gives a post a reaction of somebody's, or takes it back; said twice is said once. */
export function react(world: World, site: Site, post: PostFull, wish: Wish): Promise<ReactedJson> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      const held = await holdPost(trx, site.id, post)
      if (held.hidden) throw new Problem('conflict', 'This post is hidden.')
      if (held.kind === 'opening' && held.merged_into) throw new Problem('thread_merged')
      const changed = await (wish.want
        ? give(world, trx, site.id, post.id, wish)
        : take(trx, site.id, post.id, wish))
      // Said twice makes nothing stale, or anybody could keep it so.
      if (changed) makesStale(trx, 'content')
      return reactedTo(trx, site.id, post.id, wish.memberId)
    },
    'quiet',
  )
}

async function give(world: World, trx: Trx, siteId: string, postId: string, wish: Wish): Promise<boolean> {
  const { rows } = await sql`
    with given as (
      insert into reactions (site_id, post_id, member_id, name, created_at)
      values (${siteId}, ${postId}, ${wish.memberId}, ${wish.name}, ${world.clock.now()})
      on conflict do nothing returning site_id, post_id, name)
    insert into reaction_counts as c (site_id, post_id, counts)
    select site_id, post_id, jsonb_build_object(name, 1) from given
    on conflict (site_id, post_id) do update set counts = c.counts
      || jsonb_build_object(${wish.name}::text, coalesce((c.counts ->> ${wish.name}::text)::int, 0) + 1)
    returning post_id`.execute(trx)
  return rows.length > 0
}

async function take(trx: Trx, siteId: string, postId: string, wish: Wish): Promise<boolean> {
  const { rows } = await sql`
    with taken as (
      delete from reactions where site_id = ${siteId} and post_id = ${postId} and member_id = ${wish.memberId}
        and name = ${wish.name} returning site_id, post_id)
    update reaction_counts c set counts = case when (c.counts ->> ${wish.name}::text)::int > 1
      then c.counts || jsonb_build_object(${wish.name}::text, (c.counts ->> ${wish.name}::text)::int - 1)
      else c.counts - ${wish.name}::text end
    from taken where c.site_id = taken.site_id and c.post_id = taken.post_id
    returning c.post_id`.execute(trx)
  return rows.length > 0
}

async function reactedTo(trx: Trx, siteId: string, postId: string, memberId: string): Promise<ReactedJson> {
  const { rows } = await sql<{ reactions: ReactedJson['reactions'] | null; mine: ReactionName[] }>`
    select (select counts from reaction_counts where site_id = ${siteId} and post_id = ${postId}) as reactions,
      array(select name from reactions where site_id = ${siteId} and post_id = ${postId}
        and member_id = ${memberId} order by created_at, name) as mine`.execute(trx)
  const { reactions, mine } = rows[0]!
  return { reactions: reactions ?? {}, mine }
}
