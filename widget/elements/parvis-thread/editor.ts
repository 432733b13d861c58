import { html, nothing, type ReactiveControllerHost } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { draftKey, keepDraft, readDraft, WrittenElsewhere, writtenHere } from '../../controllers/draft.ts'
import { recall, remember } from '../../storage.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'
import { postOf } from './place_reply.ts'
import type { NestedReply } from './teller.ts'

/** What is kept of an edit besides its text, which the editor keeps. */
interface Begun {
  /** The revision that the edit was begun on. */
  revision: number
  /** In which thread the post is, for where it is gone from there. */
  thread?: number
  title?: string
}

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  editing: string | undefined
  busy: string
  problem: string
  wrongTitle: string
  save(composer: ParvisComposer, item: NestedReply, title: string | undefined, body: string): void
  giveUp(post: string): void
  requestUpdate(): void
}

const textOf = (post: string) => `edit:${post}`
const formKey = (ctx: Context, post: string) => draftKey(ctx, `edit:${post}:form`)
const begunOf = (ctx: Context, post: string) => recall<Begun>(formKey(ctx, post))

/**
 * Opens the edit of a post where it was left. Gives back what to say of it: that the post was changed after the edit
 * was begun.
 */
export const openEdit = ({ ctx, words, thread }: Host, post: string): string => {
  const begun = begunOf(ctx, post)
  if (!begun) return ''
  if (begun.title !== undefined || readDraft(draftKey(ctx, textOf(post))))
    return begun.revision === postOf(thread, post)?.revision ? '' : words.changedMeanwhile
  forgetEdit(ctx, post)
  return ''
}

/**
 * Takes over the title that is written in another tab, as the text's editor does that, and ends an edit that was saved
 * or given up there.
 */
export const followEdit = (host: Host & ReactiveControllerHost): void => {
  const name = () => host.editing && formKey(host.ctx, host.editing)
  new WrittenElsewhere(host, name, () => {
    if (host.editing && !begunOf(host.ctx, host.editing)) host.editing = undefined
    host.requestUpdate()
  })
}

/** Forgets an edit that was saved or given up. */
export const forgetEdit = (ctx: Context, post: string): void => {
  keepDraft(draftKey(ctx, textOf(post)), '')
  remember(formKey(ctx, post), undefined)
}

/**
 * Whether more was typed than the title and the text that were just saved, here or in another tab, while they were on
 * their way. The edit goes on from there, on what it has become.
 */
export const typedOn = (
  ctx: Context,
  { id, revision }: { id: string; revision: number },
  saved: { title: string | undefined; body: string },
  markdown: string,
): boolean => {
  const begun = begunOf(ctx, id)
  const titled = saved.title !== undefined && (begun?.title?.trim() ?? saved.title) !== saved.title
  if (!titled && markdown === saved.body) return false
  remember(formKey(ctx, id), { ...begun, revision })
  return true
}

/** Whether who is there may go on with an edit: whose session has ended may, and nobody who came after them. */
export const goesOn = ({ ctx, thread }: Pick<Host, 'ctx' | 'thread'>, post: string): boolean => {
  const there = postOf(thread, post)
  return !there || there.author?.id === ctx.later!.writerOf(ctx.session)?.id
}

/** The editor of a post in its place; of the opening with its title. */
export const editor = (host: Host, item: NestedReply) => {
  const { ctx, words, thread } = host
  const opening = item.id === thread.post
  const title = begunOf(ctx, item.id)?.title ?? thread.title
  const note = (change: Partial<Begun> = {}) => {
    writtenHere.add(formKey(ctx, item.id))
    remember(formKey(ctx, item.id), {
      revision: item.revision,
      ...begunOf(ctx, item.id),
      thread: thread.number,
      ...change,
    })
  }
  const cancel = (event: Event) => {
    const composer = event.currentTarget as ParvisComposer
    composer.clear()
    forgetEdit(ctx, item.id)
    host.giveUp(item.id)
  }
  const send = (event: CustomEvent<string>) =>
    host.save(event.currentTarget as ParvisComposer, item, opening ? title.trim() : undefined, event.detail)
  return html`<div class="edit">
    ${opening ? titleField(host, title, (typed) => note({ title: typed })) : nothing}
    <parvis-composer id=${`edit-${item.id}`} .ctx=${ctx} .board=${thread.board} .words=${words.compose} .label=${words.editBody} .verb=${words.save} .value=${item.body ?? ''} .drawn=${item.html ?? ''} .where=${{ thread: thread.number }} .draft=${textOf(item.id)}
      .busy=${host.busy === 'edit'} .problem=${host.problem} .cancellable=${true}
      @compose-cancel=${cancel} @compose-change=${() => note()} @compose-send=${send}></parvis-composer>
  </div>`
}

const titleField = (host: Host, title: string, typed: (title: string) => void) => {
  const { words, wrongTitle } = host
  const input = (event: Event) => {
    typed((event.target as HTMLInputElement).value)
    host.wrongTitle = ''
    host.requestUpdate()
  }
  return html`<div>
    <label>${words.editTitle}<input class="input" id="title" dir="auto" maxlength="140" .value=${title} aria-invalid=${wrongTitle ? 'true' : nothing} aria-describedby="title-wrong" @input=${input} /></label>
    <p class="wrong-text" id="title-wrong" role="alert">${wrongTitle || nothing}</p>
  </div>`
}
