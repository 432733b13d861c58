import { html } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { boardPath, type Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import '../parvis-confirm/parvis-confirm.ts'
import { remove, repliesOf } from './place_reply.ts'

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  answering: { parent: string; to: string } | undefined
  readonly updateComplete: Promise<boolean>
  readOn(found: () => unknown): Promise<boolean>
  find(id: string): HTMLElement | null
}

/** Asks before a thread or a reply of one's own is deleted, and deletes it. */
export const openRemoval = (host: Host, id: string): void => {
  const { ctx, thread } = host
  if (id === thread.post) openThreadRemoval(host)
  else if (isInStory(host, id) || !thread.story.next) openReplyRemoval(host, id)
  // An answer at the head may stand further down than the story is read, and so do those who answered it.
  else
    host
      .readOn(() => isInStory(host, id))
      .then(
        (here) => here && openReplyRemoval(host, id),
        (error) => ctx.act('refuse', error),
      )
}

const isInStory = ({ thread }: Host, id: string): boolean =>
  thread.story.items.some(
    (item) => item.type === 'reply' && [item, ...item.replies].some((one) => one.id === id),
  )

const openThreadRemoval = (host: Host): void => {
  const { ctx, words, thread } = host
  const act = () => ctx.api.ask(`threads/${thread.number}`, { method: 'DELETE' })
  ask(host, words.threadRemoval, isAnswered(host), act, () => takeAway(host))
}

const openReplyRemoval = (host: Host, id: string): void => {
  const { ctx, words } = host
  const answered = host.thread.story.items.some(
    (item) => item.type === 'reply' && item.id === id && item.replies.length > 0,
  )
  const act = () => ctx.api.ask(`replies/${id}`, { method: 'DELETE' })
  ask(host, words.removal, answered, act, () => takeOut(host, id))
}

const ask = (
  { ctx }: Host,
  words: ThreadWords['removal'],
  answered: boolean,
  act: () => Promise<unknown>,
  then: () => unknown,
): void => {
  const done = (acted: boolean) => {
    ctx.act('show', undefined)
    if (acted) void then()
  }
  ctx.act(
    'show',
    html`<parvis-confirm .ctx=${ctx} .words=${words} .text=${answered ? words.answered : words.text}
      .act=${act} .done=${done}></parvis-confirm>`,
  )
}

/** Whether somebody else replied, as far as the story is read. */
const isAnswered = ({ ctx, thread: { story } }: Host): boolean =>
  !!story.next ||
  story.items.some(
    (item) =>
      item.type === 'reply' &&
      [item, ...item.replies].some(({ author, html }) => html && author?.id !== ctx.session.member?.id),
  )

/** Where others replied the thread stays, and is shown as it is now; else there is nothing to stay for. */
const takeAway = async (host: Host): Promise<void> => {
  const { ctx, words, thread } = host
  await ctx.act('renewList')
  const left = await ctx.api.ask<ThreadJson>(`threads/${thread.number}`).catch(() => undefined)
  if (left?.replies) {
    host.thread = left
    await host.updateComplete
    host.find('heading')?.focus()
  } else ctx.go(boardPath(ctx, thread.board), true)
  ctx.act('announce', words.threadRemoved)
}

/** Takes the reply out of the story, says so, and puts the focus on its place or on the reply nearest to it. */
const takeOut = async (host: Host, id: string): Promise<void> => {
  const before = repliesOf(host.thread)
  host.thread = remove(host.thread, id)
  if (host.answering?.parent === id || host.answering?.to === id) host.answering = undefined
  host.ctx.act('announce', host.words.removed)
  await host.updateComplete
  const left = new Set(repliesOf(host.thread))
  const at = before.indexOf(id)
  // One that was deleted at the head may be further down than the story is read.
  const near = at < 0 ? [] : [...before.slice(at), ...before.slice(0, at).reverse()]
  const nearest = near.find((one) => left.has(one))
  host.find(nearest ? `post-${nearest}` : 'story')?.focus()
}
