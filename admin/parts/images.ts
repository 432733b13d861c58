import type { ImageJson } from '../../server/images/json.ts'
import type { ImagePlace } from '../../widget/ui/image_field.ts'
import type { Send } from '../../widget/ui/parvis_images.ts'
import { upload } from '../../widget/ui/upload.ts'
import { apiOf } from '../address.ts'
import { accountHeaders, Problem, refusals } from '../api.ts'
import { problemWords } from '../problem_words.ts'
import { catalog } from '../translations/index.ts'

/** Images of a post on a board, in a field of the admin. */
export function imagesIn(
  board: () => string,
  field: Pick<ImagePlace, 'area' | 'write' | 'show'>,
): ImagePlace {
  return { ...field, words: () => catalog.value.words.images, send: () => sendImage(board()), why: whyNot }
}

/** Sends an image for a post on a board, as whoever the admin's cookie says. */
const sendImage =
  (board: string): Send =>
  async (file, progress, signal) => {
    const { status, body, wait } = await upload(
      apiOf(`boards/${board}/images`),
      file,
      accountHeaders(),
      progress,
      signal,
    )
    if (status === 201) return body as unknown as ImageJson
    const code = body?.code ?? (status ? 'internal' : 'unreachable')
    if (code === 'unauthenticated') refusals.value += 1
    throw new Problem(status, code, body?.detail, [], wait || null)
  }

/** Why an image was not taken, in words. */
const whyNot = (error: unknown): string => {
  const { images } = catalog.value.words
  const problem = error instanceof Problem ? error : new Problem(0, 'internal')
  const own: Record<string, string> = {
    images_full: images.full,
    conflict: images.waiting,
    invalid_input: images.unreadable,
    unsupported_media_type: images.unreadable,
    too_large: images.unreadable,
  }
  return own[problem.code] ?? problemWords(problem)
}
