import type { Context } from '../../context.ts'
import { recall, remember } from '../../storage.ts'

/** Forgets on this device who was here: their session, and what they were writing. */
export const forgetDevice = (ctx: Context): void => {
  ctx.later!.forgetDrafts(ctx, { recall, remember })
  ctx.session.device = undefined
  ctx.session.keep(undefined)
}
