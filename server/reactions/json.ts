import { z } from '@hono/zod-openapi'
import { reactionNames } from './signs.ts'

export type { ReactionName } from './signs.ts'

export const ReactionNameJson = z.enum(reactionNames)

/** How often each reaction was given to a post; one that nobody gave is not there. */
export const ReactionsJson = z.partialRecord(ReactionNameJson, z.int()).openapi('Reactions')
export type ReactionsJson = z.infer<typeof ReactionsJson>

/** A post's reactions after one was given or taken back, and those of whoever asks. */
export const ReactedJson = z
  .object({ reactions: ReactionsJson, mine: z.array(ReactionNameJson) })
  .openapi('Reacted')
export type ReactedJson = z.infer<typeof ReactedJson>
