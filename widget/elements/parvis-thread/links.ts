import { html } from 'lit'
import type { Context } from '../../context.ts'
import { draftKey, keepDraft, readDraft } from '../../controllers/draft.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'

/** Puts the address of a post on this page into the clipboard, and says so. */
export const copyLink = async (ctx: Context, words: ThreadWords, path: string): Promise<void> => {
  const url = new URL(ctx.href(path), location.href).href
  try {
    await navigator.clipboard.writeText(url)
    ctx.act('notify', words.copied)
  } catch {
    // Without a secure page or the permission there is no clipboard: the address itself is shown.
    ctx.act('notify', url)
  }
}

/** Asks what is wrong with a post; whoever reports it is signed in first. */
export const openReport = async (ctx: Context, words: ThreadWords, post: string): Promise<void> => {
  if (!(await ctx.act('signIn'))) return
  try {
    await import('../parvis-report/parvis-report.ts')
    const done = () => ctx.act('show', undefined)
    const draft = draftKey(ctx, `report:${post}`)
    const noted = readDraft(draft)?.text ?? ''
    const keep = (note: string) => keepDraft(draft, note)
    ctx.act(
      'show',
      html`<parvis-report .ctx=${ctx} .words=${words.report} .post=${post} .noted=${noted} .keep=${keep} .done=${done}></parvis-report>`,
    )
  } catch {
    ctx.act('refuse', undefined)
  }
}

/** Shows how a post was edited. */
export const openHistory = async (ctx: Context, words: ThreadWords, post: string): Promise<void> => {
  try {
    await import('../parvis-history/parvis-history.ts')
    const done = () => ctx.act('show', undefined)
    ctx.act(
      'show',
      html`<parvis-history .ctx=${ctx} .words=${words} .post=${post} .done=${done}></parvis-history>`,
    )
  } catch {
    ctx.act('refuse', undefined)
  }
}
