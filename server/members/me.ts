import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, makesStale, type Trx } from '../lib/in_transaction.ts'
import { asksFor } from '../segments/matches.ts'
import type { Site } from '../sites/queries.ts'
import { guardsOf } from '../sites/words.ts'
import type { MeEdit } from './input.ts'
import type { Picture } from './picture.ts'

/** Changes what a member says of themselves. Where the host signs them on, the host says the name. */
export async function editMe(world: World, site: Site, memberId: string, edit: MeEdit): Promise<void> {
  const siteId = site.id
  const { name, locale, votesShown } = edit
  if (name === undefined && locale === undefined && votesShown === undefined) return
  // A name stands beside posts and in what is remembered of sessions; a language is only one's own,
  // unless a segment asks for it.
  const own = asksFor(guardsOf(site), new Set(['locale'])) ? 'people' : 'quiet'
  const seen = votesShown === undefined ? 'quiet' : 'content'
  const scope = name === undefined ? seen : 'structure'
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      if (locale !== undefined) makesStale(trx, own)
      if (name !== undefined) await refuseWhereManaged(trx, siteId, memberId, 'name')
      const changed = await trx
        .updateTable('members')
        .set({ name, locale, votes_shown: votesShown })
        .where('site_id', '=', siteId)
        .where('id', '=', memberId)
        .where('erased_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      // Who was erased since the request came in is told what they would be told a moment later.
      if (!changed) throw new Problem('unauthenticated')
    },
    scope,
  )
}

/** Puts a picture in the place of the one a member had. Its address is new, so that the old bytes are never shown. */
export async function putPicture(
  world: World,
  siteId: string,
  memberId: string,
  picture: Picture,
): Promise<void> {
  await inTransaction(world, siteId, async (trx) => {
    await refuseWhereManaged(trx, siteId, memberId, 'picture')
    const id = newId()
    await trx
      .insertInto('pictures')
      .values({ site_id: siteId, id, media_type: picture.mediaType, bytes: picture.bytes })
      .execute()
    await replacePicture(trx, siteId, memberId, id)
  })
}

export async function dropPicture(world: World, siteId: string, memberId: string): Promise<void> {
  await inTransaction(world, siteId, (trx) => replacePicture(trx, siteId, memberId, null))
}

async function replacePicture(trx: Trx, siteId: string, memberId: string, id: string | null): Promise<void> {
  const before = await trx
    .selectFrom('members')
    .select('picture_id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!before) throw new Problem('unauthenticated')
  await trx
    .updateTable('members')
    .set({ picture_id: id })
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .execute()
  if (!before.picture_id) return
  await trx.deleteFrom('pictures').where('site_id', '=', siteId).where('id', '=', before.picture_id).execute()
}

const refusals = {
  name: 'Your name comes from the site you signed in with; change it there.',
  picture: 'Your picture comes from the site you signed in with; change it there.',
}

// The host names its customers at every sign-on; a picture only where it has one.
async function refuseWhereManaged(
  trx: Trx,
  siteId: string,
  memberId: string,
  what: 'name' | 'picture',
): Promise<void> {
  const managed = await trx
    .selectFrom('identities as i')
    .innerJoin('connections as k', (join) =>
      join.onRef('k.site_id', '=', 'i.site_id').onRef('k.id', '=', 'i.connection_id'),
    )
    .innerJoin('members as m', (join) =>
      join.onRef('m.site_id', '=', 'i.site_id').onRef('m.id', '=', 'i.member_id'),
    )
    .select('m.avatar_url')
    .where('i.site_id', '=', siteId)
    .where('i.member_id', '=', memberId)
    .where('k.kind', '=', 'sso')
    .executeTakeFirst()
  if (managed && (what === 'name' || managed.avatar_url)) throw new Problem('conflict', refusals[what])
}
