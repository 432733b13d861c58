import type { World } from '../context.ts'
import { imagesIn } from '../images/render.ts'
import type { Rendered } from '../lib/markdown.ts'
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
  postId?: string | undefined
}

/**
 * Makes the text of a post ready to be read: mentions of those who may read its board, and those of the author's
 * images that wait for a post or are this one's already. What is neither stays words.
 */
export async function renderPost(world: World, site: Site, text: PostText): Promise<RenderedPost> {
  const [people, sizes] = await Promise.all([peopleIn(world, site, text), imagesIn(world, site.id, text)])
  const rendered = await world.render.render(text.body, { people, images: sizes })
  const images = Object.keys(sizes).filter((id) => rendered.html.includes(`src="image:${id}"`))
  return { ...rendered, images }
}
