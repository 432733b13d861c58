import { html, nothing, type ReactiveControllerHost } from 'lit'
import { type Problem, remove } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { catalog } from '../../translations/index.ts'
import '../confirm-dialog/confirm-dialog.ts'
import { forgetEdit } from '../post-editor/edit_draft.ts'
import '../post-editor/post-editor.ts'
import { findPost, type OpenThread, type PostAtHand, repliesOf, type ThreadModel } from './thread_model.ts'

type Pane = ReactiveControllerHost & HTMLElement & { readonly number: number }

/** What people of the team do with what they wrote themselves: they edit it in its place, and delete it. */
export class OwnPosts {
  editing: string | null = null
  /** The thread that was deleted and has no place any more, so that nothing of it is asked for. */
  gone: number | undefined
  #removing: PostAtHand | null = null
  readonly #pane: Pane
  readonly #model: ThreadModel

  constructor(pane: Pane, model: ThreadModel) {
    this.#pane = pane
    this.#model = model
  }

  edit(id: string | null): void {
    this.editing = id
    this.#pane.requestUpdate()
  }

  /** Forgets an edit that was begun; the button that did it is gone with it. */
  async discard(id: string): Promise<void> {
    forgetEdit(id)
    this.#pane.requestUpdate()
    await this.#goTo(id)
  }

  editor(open: OpenThread) {
    const post = this.editing ? findPost(open, this.editing) : undefined
    if (!post) return html``
    // One that is saved late is not the one that is open by then, nor perhaps its thread.
    const { number } = open.thread
    const changed = () => threadsChanged(number)
    const ended = () => {
      if (this.editing === post.id) this.edit(null)
      changed()
    }
    return html`<post-editor .post=${post} .thread=${open.thread} @saved=${changed} @ended=${ended}></post-editor>`
  }

  /** Asks before a post of one's own is deleted. */
  askRemoval(id: string): void {
    const { open } = this.#model
    this.#removing = (open && findPost(open, id)) ?? null
    this.#pane.requestUpdate()
  }

  drawRemoval(open: OpenThread) {
    const post = this.#removing
    if (!post) return nothing
    const { thread, common } = catalog.value.words
    const words = thread.removal[post.kind]
    const seen = common.quoted(post.kind === 'reply' ? thread.deleted : thread.deletedOpening)
    const stays = isAnswered(open, post)
    const text = [
      stays ? words.answered(seen) : words.text,
      open.thread.officialReply?.id === post.id ? thread.removal.official : '',
      open.thread.acceptedReply?.id === post.id ? thread.removal.accepted : '',
    ]
    const path = post.kind === 'reply' ? `replies/${post.id}` : `threads/${open.thread.number}`
    const ended = ({ detail }: CustomEvent<{ done: boolean }>) => {
      this.#removing = null
      this.#pane.requestUpdate()
      if (detail.done) void this.#removed(post, stays)
    }
    return html`<confirm-dialog heading=${words.title} text=${text.filter(Boolean).join(' ')} verb=${words.verb} danger
      .act=${() => remove(path)} .explain=${refusal} @ended=${ended}></confirm-dialog>`
  }

  async #removed(post: PostAtHand, stays: boolean): Promise<void> {
    const { number } = this.#pane
    forgetEdit(post.id)
    tell(catalog.value.words.thread.removal[post.kind].done)
    if (post.kind === 'opening' && !stays) {
      this.gone = number
      this.#pane.dispatchEvent(new CustomEvent('close'))
      threadsChanged(number)
      return
    }
    threadsChanged(number)
    await this.#model.refresh(number)
    await this.#goTo(post.id)
  }

  /** To the post's place; where that is gone, to the thread. */
  async #goTo(id: string): Promise<void> {
    await this.#pane.updateComplete
    const find = (selector: string) => this.#pane.shadowRoot?.querySelector<HTMLElement>(selector)
    const place = find(`#post-${CSS.escape(id)}`) ?? find('.body')
    place?.focus({ preventScroll: true })
  }
}

/** Whether others’ words stand below a post, so that its place stays for them; as far as the story is read. */
function isAnswered({ story, next }: OpenThread, { id, kind }: PostAtHand): boolean {
  if (kind === 'reply')
    return story.some((item) => item.type === 'reply' && item.id === id && item.replies.length > 0)
  const others = repliesOf(story).some(({ author, html }) => html && author?.id !== who().member.id)
  return others || next !== null
}

const refusal = ({ code }: Problem): string | undefined =>
  code === 'others_took_part' ? catalog.value.words.thread.removal.othersTookPart : undefined
