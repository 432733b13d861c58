import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Sizes } from '../lib/markdown.ts'
import type { PostText } from '../threads/render.ts'
import { imageName } from './address.ts'
import { ownImagesByIds } from './queries.ts'

export const mostImages = 5

/**
 * The sizes, by id, of those of the author's images in a text that wait for a post or are this one's already. Any
 * other is shown as its description alone.
 */
export async function imagesIn(
  world: World,
  siteId: string,
  { body, authorId, postId }: PostText,
): Promise<Sizes> {
  const named = [...new Set(Array.from(body.matchAll(imageName), ([, id]) => id!))]
  if (!named.length) return {}
  if (named.length > mostImages)
    throw new Problem('invalid_input', undefined, {
      errors: [{ path: 'body', message: `A post shows at most ${mostImages} images.` }],
    })
  const rows = await ownImagesByIds(world.db, siteId, named, authorId, postId ?? null)
  return Object.fromEntries(rows.map(({ id, width, height }) => [id, { width, height }]))
}

/** Makes images those of the post that shows them. One that went away meanwhile, or to another post, is said. */
export async function holdImages(
  trx: Trx,
  siteId: string,
  postId: string,
  images: string[],
  authorId: string,
): Promise<void> {
  if (!images.length) return
  const held = await trx
    .updateTable('images')
    .set({ post_id: postId, waiting_since: null })
    .where('site_id', '=', siteId)
    .where('id', 'in', images)
    .where('member_id', '=', authorId)
    .where((row) => row.or([row('post_id', 'is', null), row('post_id', '=', postId)]))
    .returning('id')
    .execute()
  if (held.length === images.length) return
  throw new Problem('conflict', 'An image is in another post by now, or waited too long. Add it again.')
}

/** Lets go of a post's images but those given: nobody sees them any more, and the sweep takes them. */
export async function releaseImages(
  trx: Trx,
  siteId: string,
  postId: string,
  kept: string[],
  now: Date,
): Promise<void> {
  await trx
    .updateTable('images')
    .set({ post_id: null, waiting_since: now })
    .where('site_id', '=', siteId)
    .where('post_id', '=', postId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute()
}

/** Whether a text may show images, so that one that cannot costs no statement. */
export const namesImages = (markdown: string): boolean => markdown.includes('image:')
