import { html } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { carryDraft, draftKey, keepDraft, readDraft, writtenHere } from '../../controllers/draft.ts'
import { recall, remember } from '../../storage.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'
import '../parvis-unsent/parvis-unsent.ts'
import type { Offer } from '../parvis-unsent/parvis-unsent.ts'
import { isGone, postOf } from './place_reply.ts'
import type { Teller } from './teller.ts'

// What becomes of a draft whose place went away while it was written: its thread was merged, closed or removed, the
// reply that it answers was deleted, or the post that it rewrites was hidden.

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  answering: Teller['answering']
  find(id: string): HTMLElement | null
}

const replyTo = (number: number, parent: string) => `${number}:${parent}`
const formOf = (ctx: Context, post: string) => draftKey(ctx, `edit:${post}:form`)
const isForm = /^edit:([\w-]+):form$/

/** Which posts of a thread somebody is rewriting, as the forms of their edits know it. */
const rewritten = (ctx: Context, number: number): string[] =>
  ctx.later!.draftNames(ctx, 'edit:', writtenHere).flatMap((name) => {
    const [, post] = isForm.exec(name) ?? []
    return post && recall<{ thread?: number }>(formOf(ctx, post))?.thread === number ? [post] : []
  })

/** Takes what was drafted for a thread along to the one that it was merged into, after what is drafted there. */
const carryDrafts = (ctx: Context, from: number, to: number): void => {
  for (const name of new Set([
    replyTo(from, ''),
    ...ctx.later!.draftNames(ctx, replyTo(from, ''), writtenHere),
  ]))
    carryDraft(ctx, name, replyTo(to, name.slice(replyTo(from, '').length)))
  for (const post of rewritten(ctx, from)) {
    const form = formOf(ctx, post)
    remember(form, { ...recall<object>(form), thread: to })
  }
}

interface View {
  ctx: Context
  thread: ThreadJson
  readonly renderRoot: ParentNode
}

/**
 * Shows a thread as it is by now, where `number` was asked for. What was typed last is kept before its place may go
 * away by that, and comes along where the thread was merged.
 */
export const comeTo = (view: View, number: number, thread: ThreadJson): void => {
  for (const composer of view.renderRoot.querySelectorAll<ParvisComposer>('parvis-composer')) composer.keep()
  if (thread.number !== number) carryDrafts(view.ctx, number, thread.number)
  view.thread = thread
}

/** Whether nothing can be said in a thread any more: it was closed, or its own text is gone. */
const isClosed = ({ locked, html: text }: ThreadJson): boolean => locked || text === null

/** Whether a post is no longer where it was; one that may stand further down is taken to be there. */
export const isAway = (thread: ThreadJson, id: string): boolean => {
  const post = postOf(thread, id)
  return post ? !!post.tombstone || isGone(post) : !thread.story.next
}

/** What is still being answered: where a reply below another is gone, that one; nothing where both are. */
export const stillAnswering = (
  thread: ThreadJson,
  answering: NonNullable<Teller['answering']>,
): Teller['answering'] => {
  if (isClosed(thread)) return undefined
  if (!isAway(thread, answering.to)) return answering
  return isAway(thread, answering.parent) ? undefined : { ...answering, to: answering.parent }
}

/** Whether an answer to a reply was begun, and not posted. */
export const isBegun = ({ ctx, thread }: Host, parent: string): boolean =>
  !!readDraft(draftKey(ctx, replyTo(thread.number, parent)))

/** What was being written for a thread that is not there. */
export const unsentOfMissing = (ctx: Context, words: ThreadWords, number: number) => {
  const drafts = [
    ...ctx.later!.draftNames(ctx, replyTo(number, ''), writtenHere),
    ...edits(rewritten(ctx, number)),
  ]
  return drafts.map((what) => draw({ ctx, words }, what, words.unsent.missing, [beginning(ctx, words)]))
}

/** What can no longer be posted where it was written, below the story; what is hidden stands at its own place. */
export const unsentBelow = (host: Host) => {
  const { ctx, words, thread } = host
  const { number, locked, story } = thread
  const closed = isClosed(thread)
  const open = replyTo(number, host.answering?.parent ?? '')
  const offers = [closed ? beginning(ctx, words) : replying(host)]
  const answers = ctx
    .later!.draftNames(ctx, replyTo(number, ''), writtenHere)
    .filter((what) => what !== replyTo(number, ''))
    .filter((what) => closed || (what !== open && isAway(thread, what.slice(replyTo(number, '').length))))
  const why = closed ? (locked ? words.unsent.locked : words.unsent.takenAway) : words.unsent.parentGone
  const gone = story.next ? [] : rewritten(ctx, number).filter((post) => !postOf(thread, post))
  return html`${(closed ? [replyTo(number, ''), ...answers] : answers).map((what) => draw(host, what, why, offers))}
    ${edits(gone).map((what) => draw(host, what, words.unsent.postGone, offers))}`
}

/** What somebody was making of a post that was hidden or deleted meanwhile, at its place. */
export const unsentEdit = (host: Host, post: string, hidden: boolean) => {
  const { ctx, words, thread } = host
  const offer = isClosed(thread) ? beginning(ctx, words) : replying(host)
  const [why, offers] = hidden ? [words.unsent.hidden, []] : [words.unsent.postGone, [offer]]
  return edits([post]).map((what) => draw(host, what, why, offers, hidden))
}

const edits = (posts: string[]) => posts.map((post) => `edit:${post}`)

const draw = (
  host: Pick<Host, 'ctx' | 'words'> & Partial<Host>,
  what: string,
  why: string,
  offers: Offer[],
  ruled = false,
) =>
  html`<parvis-unsent id=${`unsent-${what}`} .ctx=${host.ctx} .words=${host.words.unsent} .what=${what} .why=${why} .ruled=${ruled} .offers=${offers}
    @unsent-discarded=${() => host.find?.('heading')?.focus()}></parvis-unsent>`

const replying = (host: Host): Offer => ({
  label: host.words.unsent.reply,
  act: (text) => void (host.find('reply-') as ParvisComposer | null)?.add(text),
})

/** Puts the text into the form of a new thread, below what is drafted there. */
const beginning = (ctx: Context, words: ThreadWords): Offer => ({
  label: words.unsent.begin,
  act: (text) => {
    const key = draftKey(ctx, 'new:body')
    const drafted = readDraft(key)?.text.trim()
    keepDraft(key, drafted ? `${drafted}\n\n${text}` : text)
    ctx.go('/new')
  },
})
