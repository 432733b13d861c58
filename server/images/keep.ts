import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { holdMember } from '../members/hold.ts'
import type { Image } from './image.ts'
import { dropDraftsOf, dropOldDrafts, type Room } from './sweep.ts'

const mostWaiting = 30

/**
 * Keeps a member's image until a post shows it, within what the site's images may take. Returns its id. What was given
 * more than a day ago and is in no post yet makes room where there is none.
 */
export async function keepImage(
  world: World,
  siteId: string,
  memberId: string,
  image: Image,
): Promise<string> {
  const id = newId()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const now = world.clock.now()
      await holdMember(trx, siteId, memberId)
      await refuseMany(trx, siteId, memberId, now)
      const { width, height, bytes } = image
      const row = { site_id: siteId, id, member_id: memberId, width, height, size: bytes.length, bytes }
      await trx
        .insertInto('images')
        .values({ ...row, media_type: image.mediaType, waiting_since: now, created_at: now })
        .execute()
      const room = { size: bytes.length, most: world.config.imageRoom }
      if (await takeRoom(trx, siteId, room)) return
      if (!(await dropOldDrafts(trx, siteId, now, room)) || !(await takeRoom(trx, siteId, room)))
        throw new Problem('images_full')
    },
    'quiet',
  )
  return id
}

async function refuseMany(trx: Trx, siteId: string, memberId: string, now: Date): Promise<void> {
  const { count } = await trx
    .selectFrom('images')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .where('waiting_since', 'is not', null)
    .executeTakeFirstOrThrow()
  const over = count + 1 - mostWaiting
  if (over > 0 && (await dropDraftsOf(trx, siteId, memberId, now, over)) < over)
    throw new Problem('conflict', `You have ${mostWaiting} images that no post shows. Post some first.`)
}

// One row a site, held last and shortly: two images at once never take more than there is.
async function takeRoom(trx: Trx, siteId: string, room: Room): Promise<boolean> {
  const { size, most } = room
  const { rows } = await sql`
    insert into image_stores as s (site_id, bytes) select ${siteId}::uuid, ${size}::bigint where ${size}::bigint <= ${most}::bigint
    on conflict (site_id) do update set bytes = s.bytes + excluded.bytes where s.bytes + excluded.bytes <= ${most}::bigint
    returning bytes`.execute(trx)
  return rows.length > 0
}
