import { sql } from 'kysely'
import type { World } from '../context.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { holdMember } from '../members/hold.ts'
import type { Site } from '../sites/queries.ts'

interface Wish {
  memberId: string
  following: boolean
}

/** Follows a thread, or lets it go. Twice is once. */
export function followThread(world: World, site: Site, threadId: string, wish: Wish): Promise<void> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      await holdMember(trx, site.id, wish.memberId)
      await sql`
        insert into thread_subscriptions as f (site_id, thread_id, member_id, following, changed_at)
        values (${site.id}, ${threadId}, ${wish.memberId}, ${wish.following}, ${world.clock.now()})
        on conflict (site_id, thread_id, member_id) do update
          set following = excluded.following, changed_at = excluded.changed_at
          where f.following <> excluded.following`.execute(trx)
    },
    'quiet',
  )
}

/** Follows a board, or lets it go: its followers are told of new threads there. Twice is once. */
export function followBoard(world: World, site: Site, boardId: string, wish: Wish): Promise<void> {
  const key = { site_id: site.id, board_id: boardId, member_id: wish.memberId }
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      await holdMember(trx, site.id, wish.memberId)
      if (wish.following) {
        await trx
          .insertInto('board_subscriptions')
          .values({ ...key, changed_at: world.clock.now() })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        return
      }
      await trx
        .deleteFrom('board_subscriptions')
        .where('site_id', '=', key.site_id)
        .where('board_id', '=', key.board_id)
        .where('member_id', '=', key.member_id)
        .execute()
    },
    'quiet',
  )
}

/** Whether a member follows what they start and answer from now on. */
export function chooseFollowOwn(world: World, site: Site, { memberId, following }: Wish): Promise<void> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      await holdMember(trx, site.id, memberId)
      await trx
        .insertInto('telling_choices')
        .values({ site_id: site.id, member_id: memberId, follow_own: following })
        .onConflict((conflict) =>
          conflict.columns(['site_id', 'member_id']).doUpdateSet({ follow_own: following }),
        )
        .execute()
    },
    'quiet',
  )
}
