import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { imagesIn } from '../images/render.ts'
import type { Rendered } from '../lib/markdown.ts'
import { seen } from '../lib/seen.ts'
import type { Turn } from '../lib/turns.ts'
import { peopleIn } from '../mentions/render.ts'
import type { Site } from '../sites/queries.ts'

export interface RenderedPost extends Rendered {
  /** The images that it shows, by id. */
  images: string[]
}

/** A text that is to be a post, or is one that is edited. */
export interface PostText {
  boardId: string | undefined
  body: string
  authorId: string
  /** Who asks, where that is not the author. */
  askerId?: string | undefined
  postId?: string | undefined
}

/** The same of a text that is to be kept: one of which nothing would be seen is refused. */
export async function renderWritten(world: World, site: Site, text: PostText): Promise<RenderedPost> {
  const rendered = await renderPost(world, site, text)
  if (!seen.test(rendered.text) && !/<(?:img|hr)\b/.test(rendered.html)) throw new Problem('nothing_seen')
  return rendered
}

/**
 * Makes the text of a post ready to be read: mentions of those who may read its board, and those of the author's
 * images that wait for a post or are this one's already. What is neither stays words.
 */
export async function renderPost(
  world: World,
  site: Site,
  text: PostText,
  more: Pick<Turn, 'preview' | 'signal'> = {},
): Promise<RenderedPost> {
  const turn = { ...more, site: site.id, asker: text.askerId ?? text.authorId }
  const [people, sizes] = await Promise.all([peopleIn(world, site, text), imagesIn(world, site.id, text)])
  const rendered = await world.render.render(text.body, { people, images: sizes }, turn)
  const images = Object.keys(sizes).filter((id) => rendered.html.includes(`src="image:${id}"`))
  return { ...rendered, images }
}
