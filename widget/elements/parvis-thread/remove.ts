import { html } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import '../parvis-confirm/parvis-confirm.ts'
import { remove, repliesOf } from './place_reply.ts'

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  answering: { parent: string; to: string } | undefined
  readonly updateComplete: Promise<boolean>
  find(id: string): HTMLElement | null
}

/** Asks before a reply of one's own is deleted, and deletes it. */
export const openRemoval = (host: Host, id: string): void => {
  const { ctx, words } = host
  const answered = host.thread.story.items.some(
    (item) => item.type === 'reply' && item.id === id && item.replies.length > 0,
  )
  const act = () => ctx.api.ask(`replies/${id}`, { method: 'DELETE' })
  const done = (acted: boolean) => {
    ctx.act('show', undefined)
    if (acted) void takeOut(host, id)
  }
  ctx.act(
    'show',
    html`<parvis-confirm .ctx=${ctx} .words=${words.removal} .text=${answered ? words.removal.answered : words.removal.text}
      .act=${act} .done=${done}></parvis-confirm>`,
  )
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
  const nearest = [...before.slice(at), ...before.slice(0, at).reverse()].find((one) => left.has(one))
  host.find(nearest ? `post-${nearest}` : 'story')?.focus()
}
