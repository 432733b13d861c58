import type { Context } from '../../context.ts'
import { draftKey } from '../../controllers/draft.ts'
import { remember } from '../../storage.ts'

/** Forgets on this device who was here: their session, and what they were writing. */
export const forgetDevice = (ctx: Context): void => {
  const drafts = draftKey(ctx, '')
  for (const key of [draftKey(ctx, 'new'), draftKey(ctx, 'new:body'), ...keptKeys()])
    if (key.startsWith(drafts)) remember(key, undefined)
  ctx.session.device = undefined
  ctx.session.keep(undefined)
}

const keptKeys = (): string[] => {
  try {
    return Object.keys(localStorage)
  } catch {
    return []
  }
}
