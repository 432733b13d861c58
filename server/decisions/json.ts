import { z } from '@hono/zod-openapi'
import { UndoJson } from '../moderation/json.ts'
import { ThreadJson } from '../threads/json.ts'
import type { Decision } from './decide.ts'

/** A thread whose status was set. `told`: how many hear of it, each once. */
export const StatusSetJson = z
  .object({ thread: ThreadJson, undo: UndoJson, told: z.int() })
  .openapi('StatusSet')

/** Where a decision is taken back, and until when nobody has heard of it. The path is below the site's. */
export function undoJson(decision: Pick<Decision, 'id' | 'tell_at'>): z.infer<typeof UndoJson> {
  return { path: `decisions/${decision.id}`, until: decision.tell_at.toISOString() }
}
