import type { ImageJson } from '../../../server/images/json.ts'
import { codeOf, Problem } from '../../api.ts'
import type { Context } from '../../context.ts'
import { whyOf } from '../../controllers/speech.ts'
import type { Images } from '../../translations/en/images.ts'
import type { Send } from '../../ui/parvis_images.ts'
import { upload } from '../../ui/upload.ts'

/** Sends an image for a post on a board. A visitor signs in first; whose session has ended does so again. */
export const sendImage =
  (ctx: Context, board: string): Send =>
  (file, progress, signal) =>
    ctx.act('asMember', async () => {
      const { root, bearer } = ctx.api
      const send = () =>
        upload(
          `${root}boards/${board}/images`,
          file,
          bearer.token ? { authorization: `Bearer ${bearer.token}` } : {},
          progress,
          signal,
        )
      const { token: refused, member } = bearer
      let answer = await send()
      if (answer.status === 401 && refused) {
        await bearer.renew(refused, member)
        answer = await send()
      }
      const { status, body, wait } = answer
      if (status === 201 && body) return body as unknown as ImageJson
      // A success that is none of ours is that of a network which asks to sign in first.
      throw new Problem(body?.code ?? (status < 300 ? 'offline' : 'internal'), status, body?.detail, wait)
    }) as Promise<ImageJson | undefined>

/** Why an image was not taken, in words. */
export const whyNot =
  (ctx: Context, words: Images) =>
  (error: unknown): string => {
    const own: Record<string, string> = {
      images_full: words.full,
      conflict: words.waiting,
      invalid_input: words.unreadable,
      unsupported_media_type: words.unreadable,
      too_large: words.unreadable,
    }
    return own[codeOf(error)] ?? whyOf(ctx.say, error)
  }
