import { html, nothing, type PropertyValues } from 'lit'
import { pill, pillStyles } from '../../../widget/live/pill.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { postBodyStyles } from '../../../widget/ui/post_body.ts'
import { statusPillStyles } from '../../../widget/ui/status_pill.ts'
import type { Problem } from '../../api.ts'
import { changedThreads, threadsChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { go, place } from '../../router.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { barFrame } from '../../styles/page_frame.ts'
import { announce } from '../../toasts.ts'
import { type Act, drawAct } from '../acts/index.ts'
import { authorNameStyles } from '../author_name.ts'
import '../admin-menu/admin-menu.ts'
import { menuStyles } from '../admin-menu/admin-menu.ts'
import '../confirm-dialog/confirm-dialog.ts'
import '../history-dialog/history-dialog.ts'
import '../ruling-dialog/ruling-dialog.ts'
import { failure, stateStyles } from '../states.ts'
import '../thread-composer/thread-composer.ts'
import type { ThreadComposer } from '../thread-composer/thread-composer.ts'
import { Aim } from './aim.ts'
import { answersBlock } from './answers.ts'
import { ThreadArrivals } from './arrivals.ts'
import { factsBlock, notesBlock } from './facts.ts'
import { type PaneActs, paneBar, paneHead } from './head.ts'
import { copyLink, Marks } from './marks.ts'
import { OwnPosts } from './own_posts.ts'
import { type FiledRuling, nameOf, openingPost, type PostActs, postBlock } from './posts.ts'
import { quoted } from './quote.ts'
import { storyStyles } from './story.styles.ts'
import { storyBlock } from './story.ts'
import { findPost, type OpenThread, type PostAtHand, ThreadModel } from './thread_model.ts'
import { paneStyles } from './thread-pane.styles.ts'

/**
 * A thread as the team works on it: story, notes, facts, acts and the composer at its foot.
 * Property `number`. Event `close`.
 */
export class ThreadPane extends AdminElement {
  static override properties = {
    number: { type: Number },
    act: { state: true },
    hiding: { state: true },
    history: { state: true },
    lifting: { state: true },
  }
  static override styles = sheets(
    stateStyles,
    menuStyles,
    avatarStyles,
    authorNameStyles,
    postBodyStyles,
    statusPillStyles,
    pillStyles,
    barFrame,
    paneStyles,
    storyStyles,
  )

  declare number: number
  declare act: Act | null
  declare hiding: PostAtHand | null
  declare history: string | null
  declare lifting: FiledRuling | null

  #model = new ThreadModel(this)
  #arrivals = new ThreadArrivals(this, this.#model)
  readonly #marks = new Marks(this)
  readonly #own = new OwnPosts(this, this.#model)
  readonly #aim = new Aim(this, this.#model)
  #stopChanges: (() => void) | undefined

  constructor() {
    super()
    this.act = null
    this.hiding = null
    this.history = null
    this.lifting = null
    follow(this, community, place)
    new Shortcuts(this, () => [
      { key: 'r', label: this.words.thread.keys.reply, foot: true, run: () => this.#composer?.focusText() },
    ])
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopChanges = changedThreads.listen((numbers) => {
      if (numbers.includes(this.number) && this.number !== this.#own.gone)
        void this.#model.refresh(this.number)
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopChanges?.()
  }

  get #composer(): ThreadComposer | null {
    return this.renderRoot.querySelector('thread-composer')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const aimed = this.#aim.read()
    if (!changed.has('number')) {
      if (aimed && this.#model.open) void this.#aim.reach()
      return
    }
    this.#own.edit(null)
    this.#model.show(this.number).then(() => this.#arrive())
  }

  /** After loading: the address of a merged thread becomes the other's, and a linked post comes into sight. */
  async #arrive(): Promise<void> {
    const shown = this.#model.open?.thread.number
    if (shown && shown !== this.number && place.value.view === 'feedback') {
      const query = new URLSearchParams(place.value.query)
      query.set('from', String(this.number))
      return go(`feedback/${shown}`, query, { replace: true })
    }
    await this.#aim.arrive()
  }

  #changed(): void {
    threadsChanged(this.number)
  }

  /** One's new reply stands at the end of the story; it comes into sight where the end is shown. */
  async #onSent(event: CustomEvent<string>): Promise<void> {
    this.#changed()
    await this.#model.refresh(this.number)
    await this.updateComplete
    const last = [...this.renderRoot.querySelectorAll('.story .post')].at(-1)
    if (event.detail === 'reply' && !this.#model.open?.next) last?.scrollIntoView({ block: 'nearest' })
  }

  /** Shows what is new, and goes to the first reply of it. */
  async #showNew(): Promise<void> {
    const first = await this.#arrivals.show()
    await this.updateComplete
    const body = this.renderRoot.querySelector<HTMLElement>('.body')
    const post = first && this.renderRoot.querySelector<HTMLElement>(`.story #post-${CSS.escape(first)}`)
    if (post) post.focus()
    else body?.focus({ preventScroll: true })
    announce(this.words.news.upToDate)
  }

  /** Shows the notes that came later, and goes to the first of them. */
  async #showNotes(open: OpenThread): Promise<void> {
    await this.#model.growNotes()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.notes li')[open.file.notes.length]?.focus()
  }

  #hide(id: string): void {
    const { open } = this.#model
    this.hiding = (open && findPost(open, id)) ?? null
  }

  #acts(open: OpenThread): PostActs {
    return {
      hide: (id) => this.#hide(id),
      putBack: (ruling) => {
        this.lifting = ruling
      },
      official: (reply) => void this.#marks.official(reply),
      accept: (reply) => void this.#marks.accept(reply),
      question: open.thread.kind === 'question',
      answer: (reply) => this.#composer?.answer(reply.id, nameOf(reply.author)),
      quote: (id, event) => this.#quote(findPost(open, id), event),
      edit: (id) => this.#own.edit(id),
      discard: (id) => void this.#own.discard(id),
      remove: (id) => this.#own.askRemoval(id),
      history: (id) => {
        this.history = id
      },
      copy: (id) => void copyLink(this.number, id),
      editing: this.#own.editing,
      editForm: () => this.#own.editor(open),
      rulings: open.file.rulings,
      aimed: place.value.query.get('post'),
    }
  }

  #quote(post: PostAtHand | undefined, event: Event): void {
    if (!post) return
    const name = nameOf(post.author)
    const answered = post.kind === 'reply' ? { id: post.id, name } : null
    void this.#composer?.quote(quoted(post, name, event), answered)
  }

  #paneActs(): PaneActs {
    return {
      begin: (act) => {
        this.act = act
      },
      copy: () => void copyLink(this.number, null),
      lock: () => void this.#marks.lock(!this.#model.open?.thread.locked),
      close: () => this.dispatchEvent(new CustomEvent('close')),
    }
  }

  // Drawing

  #content(open: OpenThread) {
    const { thread } = this.words
    const acts = this.#acts(open)
    return html`${paneHead(open, this.#paneActs().begin)}
      ${factsBlock(open, () => {
        this.act = 'assign'
      })}
      ${notesBlock(open, place.value.query.get('note'), { busy: this.#model.growing, show: () => void this.#showNotes(open) })} ${postBlock(openingPost(open.thread), acts)} ${answersBlock(open, acts)}
      <h3 class="sub">${thread.story}</h3>
      ${open.story.length === 0 ? html`<p class="quiet small">${open.thread.locked ? nothing : thread.noReplies}</p>` : storyBlock(open.story, acts)}
      ${open.next ? html`<button class="button more-story" ?disabled=${this.#model.growing} @click=${() => this.#model.grow()}>${thread.moreStory}</button>` : nothing}`
  }

  #bones() {
    return html`<div class="bones" aria-hidden="true">
      ${[60, 34, 100, 92, 96, 40, 100, 88, 64].map((width) => html`<span class="bone" .style=${`width:${width}%`}></span>`)}
    </div>`
  }

  #over(open: OpenThread) {
    const ended = () => {
      this.act = null
    }
    const shown = () => {
      this.history = null
    }
    const hidden = (event: CustomEvent<{ done: boolean }>) => {
      this.hiding = null
      if (event.detail.done) this.#changed()
    }
    const lifted = () => {
      this.lifting = null
    }
    return html`${this.act ? drawAct(this.act, [open.thread], ended, open.file.assignee?.id) : nothing}
      ${this.history ? html`<history-dialog .post=${this.history} @ended=${shown}></history-dialog>` : nothing}
      ${this.hiding ? html`<ruling-dialog .post=${this.hiding} .thread=${open.thread} @ended=${hidden}></ruling-dialog>` : nothing}
      ${this.#own.drawRemoval(open)}
      ${this.lifting ? this.#asksToLift(this.lifting, lifted) : nothing}`
  }

  #asksToLift({ id, author }: FiledRuling, ended: () => void) {
    const { thread } = this.words
    const explain = ({ code }: Problem) => (code === 'conflict' ? thread.putBackAlready : undefined)
    return html`<confirm-dialog heading=${thread.putBackTitle(author?.name ?? null)} text=${thread.putBackWords} verb=${thread.putBack}
      .act=${() => this.#marks.putBack(id)} .explain=${explain} @ended=${ended}></confirm-dialog>`
  }

  override render() {
    const { loading, open } = this.#model
    const body = open
      ? this.#content(open)
      : loading.state === 'failed'
        ? failure(loading.problem, () => void this.#model.show(this.number))
        : this.#bones()
    return html`${paneBar(open, this.number, this.#paneActs())}
      <section class="body" tabindex="-1" aria-label=${this.words.thread.label} aria-busy=${loading.busy}>${body}</section>
      ${pill(open && !this.#own.editing ? this.#arrivals.label : undefined, 'below', () => void this.#showNew())}
      ${open ? html`<thread-composer .thread=${open.thread} @sent=${this.#onSent}></thread-composer>${this.#over(open)}` : nothing}`
  }
}

define('thread-pane', ThreadPane)
