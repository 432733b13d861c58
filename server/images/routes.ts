import { createRoute, z } from '@hono/zod-openapi'
import { BoardParam } from '../boards/input.ts'
import { Problem } from '../errors.ts'
import { activeMember, signedIn } from '../guards.ts'
import { bytesOf } from '../input.ts'
import { permit } from '../permit.ts'
import { answers, guarded, routes } from '../route.ts'
import { boardsFor } from '../sites/words.ts'
import { imageAddress } from './address.ts'
import { makeImage, mostImageBytes } from './image.ts'
import { ImageJson } from './json.ts'
import { keepImage } from './keep.ts'
import { canAddImages } from './policy.ts'

const imageBody = {
  required: true,
  content: { 'image/*': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
}

export const images = routes().openapi(
  createRoute({
    method: 'post',
    path: '/boards/{board}/images',
    tags: ['images'],
    summary: 'Give an image for a post on a board: PNG, JPEG, WebP or GIF, 10 MB at most',
    ...guarded(activeMember, 'changes', 'images'),
    request: { params: BoardParam, body: imageBody },
    responses: answers(ImageJson, 201),
  }),
  async (c) => {
    const { world, site, viewer } = c.var
    const board = boardsFor(site, viewer).find((one) => one.slug === c.req.valid('param').board)
    if (!board) throw new Problem('not_found')
    permit(canAddImages(viewer, board))
    const image = await makeImage(await bytesOf(c, mostImageBytes))
    const id = await keepImage(world, site.id, signedIn(viewer).id, image)
    const url = imageAddress(world, site, id, 'own')
    const { width, height } = image
    return c.json({ id, markdown: `![](image:${id})`, url, width, height }, 201)
  },
)
