import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { MeJson } from '../../../server/members/json.ts'
import type { RulingJson } from '../../../server/moderation/json.ts'
import type { NotificationJson } from '../../../server/notifications/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { boardPath, type Context, nameOf } from '../../context.ts'
import type { Place } from '../../controllers/navigation.ts'
import { Pages } from '../../controllers/pages.ts'
import { showCurrentTab } from '../../controllers/travel.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { avatarStyles } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { month } from '../../ui/relative_time.ts'
import { statusPillStyles } from '../../ui/status_pill.ts'
import { readBy, rowOf, together } from '../../ui/told_together.ts'
import { iconLeft } from '../../ui/view_icons.ts'
import { voteStyles } from '../../ui/vote.ts'
import { failed } from '../parvis-board/failed.ts'
import '../parvis-follows/parvis-follows.ts'
import '../parvis-member/parvis-member.ts'
import { decision } from './decision.ts'
import { guestNote } from './guest.ts'
import { nothingYet, ownPost, ownVote, type Post } from './own_rows.ts'
import { meStyles } from './parvis-me.styles.ts'
import { type Settings, settings } from './settings.ts'
import { suspensionNote } from './suspension.ts'
import { notification } from './told.ts'

type MePlace = Extract<Place, { view: 'me' }>

/** Where each part is read from; the settings need only oneself. */
const sources: Record<string, string> = {
  '': 'me/notifications',
  posts: 'me/posts',
  votes: 'me/votes',
  decisions: 'me/rulings',
}

/**
 * Oneself: notifications, posts, votes, decisions about one's posts, and settings. Part of
 * `<parvis-board>`.
 *
 * @element parvis-me
 * @prop ctx - What every view is given.
 * @prop place - Which part.
 * @prop words - The words of this view.
 */
export class ParvisMe extends LitElement implements Settings {
  static override styles = [base, viewStyles, statusPillStyles, voteStyles, avatarStyles, meStyles]
  static override properties = {
    ctx: { attribute: false },
    place: { attribute: false },
    words: { attribute: false },
    me: { state: true },
    problem: { state: true },
  }
  declare ctx: Context
  declare place: MePlace
  declare words: MeWords
  declare me: MeJson
  declare problem: string
  readonly #pages = new Pages<NotificationJson | Post | ThreadRowJson | RulingJson>(this)
  /** Whose part is shown; another person or part is read anew. */
  #shown = ''

  constructor() {
    super()
    this.problem = ''
  }

  get chosen(): string {
    return this.place.part in this.words.parts ? this.place.part : ''
  }

  get languageGiven(): boolean {
    const { locale } = (this.getRootNode() as ShadowRoot).host as HTMLElement & { locale?: string | null }
    return /^(en|fr|de)/i.test(locale ?? '')
  }

  protected override willUpdate(): void {
    const member = this.ctx.session.member?.id
    const wanted = member ? `${member} ${this.chosen}` : ''
    if (wanted === this.#shown) return
    this.#shown = wanted
    if (!member) this.me = undefined as never
    else void this.#read()
  }

  protected override firstUpdated(): void {
    this.ctx.arrived(this.renderRoot.querySelector<HTMLElement>('#heading'))
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('place') && changed.get('place')?.part !== this.place.part)
      showCurrentTab(this.renderRoot)
  }

  async #read(): Promise<void> {
    const { ctx, chosen: part } = this
    const reading = sources[part] ? this.#pages.read(ctx.api, sources[part]) : undefined
    ctx.api.ask<MeJson>('me').then(
      (me) => this.change(me),
      (error) => ctx.act('refuse', error),
    )
    await reading
    if (part === 'votes') this.#askVotes()
    await this.updateComplete
    ctx.arrived(this.renderRoot.querySelector<HTMLElement>('#heading'))
  }

  #askVotes(): void {
    const rows = (this.#pages.items ?? []) as ThreadRowJson[]
    this.ctx.votes.learnCounts(rows)
    this.ctx.act('overlay', rows.map((row) => row.number).slice(-100))
  }

  async #more(): Promise<void> {
    try {
      const rows = this.#rows.length
      const before = await this.#pages.more(this.ctx.api, sources[this.chosen]!)
      if (this.chosen === 'votes') this.#askVotes()
      await this.updateComplete
      // The first that came may be told in a line that was there before.
      const news = this.#pages.items as NotificationJson[]
      const place = this.chosen ? before : rowOf(together(news), news[before])
      this.renderRoot.querySelectorAll<HTMLElement>('.told > li')[place]?.querySelector('a')?.focus()
      // Where they are all told in lines that were there before, it is how many they are.
      const added = this.#rows.length - rows || news.length - before
      void this.ctx.act('announce', (say) => say.added(added))
    } catch (error) {
      this.ctx.act('refuse', error)
    }
  }

  change(me: MeJson): void {
    this.me = me
    this.ctx.session.update({ name: me.name, avatar: me.avatar })
  }

  wrong(problem: string): void {
    this.problem = problem
  }

  /** The one that was followed, and the others wait on; or all that are shown here, and nothing that came since. */
  async #markRead(followed?: NotificationJson[]): Promise<void> {
    const { ctx, words } = this
    if (followed?.[0]?.read) return
    const latest = (this.#pages.items as NotificationJson[] | undefined)?.[0]
    try {
      const body = followed ? { only: readBy(followed) } : { upTo: latest?.id }
      await ctx.api.ask('me/notifications/read', { method: 'PUT', body })
      if (!followed) {
        await this.#read()
        ctx.act('announce', words.allRead)
      }
      void ctx.act('overlay', [])
    } catch (error) {
      ctx.act('refuse', error)
    }
  }

  protected override render() {
    const { ctx, words, me } = this
    const back = boardPath(ctx, ctx.start)
    const board = ctx.opening.boards.find((one) => one.slug === ctx.start)
    const crumb = html`<a class="crumb" href=${ctx.href(back)} data-to=${back} data-back>${icon(iconLeft, 'flip')}${nameOf(board, ctx.locale)}</a>`
    if (!ctx.session.member) {
      const signIn = () => ctx.act('signIn')
      return html`${crumb}<div class="empty"><h2 class="title" id="heading" tabindex="-1">${words.signInFirst}</h2><p class="q">${words.signInHint}</p><button class="btn pri" type="button" @click=${signIn}>${ctx.words.signIn}</button></div>`
    }
    return html`
      ${crumb}
      <h2 class="title" id="heading" tabindex="-1" dir="auto">${me?.name ?? ctx.session.member.name}</h2>
      <p class="purpose">${me ? html`<span dir="auto">${me.company ? `${me.company}. ` : nothing}</span>${me.role === 'guest' ? words.guest.label : words.since(month(me.createdAt, ctx.region))}` : html`&nbsp;`}</p>
      ${me?.suspension ? suspensionNote(ctx, words, me.suspension) : nothing}
      ${guestNote(ctx, words)}
      ${this.#tabs()}
      ${this.#content()}
    `
  }

  #tabs() {
    const { ctx, words, me } = this
    const counts: Record<string, number> = me ? { '': me.unread, posts: me.posts, votes: me.votes } : {}
    return html`<nav class="tabs" aria-label=${words.label}>${Object.entries(words.parts).map(
      ([part, name]) => {
        const path = part ? `/me/${part}` : '/me'
        return html`<a href=${ctx.href(path)} data-to=${path} aria-current=${part === this.chosen ? 'page' : nothing}>${name}${counts[part] ? html`<span class="n"> ${ctx.words.number(counts[part])}</span>` : nothing}</a>`
      },
    )}</nav>`
  }

  #content() {
    const { words, me, chosen: part } = this
    if (part === 'settings')
      return me ? html`<div class="sections">${settings(this)}</div>` : html`<div class="wait tall"></div>`
    if (part === 'follows') return html`<parvis-follows .ctx=${this.ctx} .words=${words}></parvis-follows>`
    if (part) return this.#list()
    const heading = html`<div class="sec"><h3 tabindex="-1">${words.parts['']}</h3>${this.me?.unread ? html`<button class="txt" type="button" @click=${() => this.#markRead()}>${words.markAll}</button>` : nothing}</div>`
    const side = me
      ? html`<aside class="side" aria-label=${words.parts.settings}>${settings(this)}</aside>`
      : nothing
    return html`<div class="grid"><div>${heading}${this.#list()}</div>${side}</div>`
  }

  /** What is listed in this part; of what one was told, what belongs together as one. */
  get #rows(): unknown[] {
    const items = this.#pages.items ?? []
    return this.chosen ? items : together(items as NotificationJson[])
  }

  #list() {
    const { ctx, words, chosen: part } = this
    const { items, failure, next } = this.#pages
    if (failure) return failed(ctx.words, ctx.say?.problems[failure], () => this.#read())
    if (!items) return html`<div class="wait tall" aria-busy="true"></div>`
    if (!items.length) return nothingYet(ctx, words, part)
    if (part === 'decisions') return (items as RulingJson[]).map((ruling) => decision(ctx, words, ruling))
    const draw: Record<string, (item: never) => unknown> = {
      '': (told: NotificationJson[]) => notification(ctx, words, told, () => this.#markRead(told)),
      posts: (post: Post) => ownPost(ctx, words, post),
      votes: (row: ThreadRowJson) => ownVote(ctx, row),
    }
    return html`<ul class="told">${this.#rows.map((row) => draw[part]!(row as never))}</ul>
      ${next ? html`<button class="btn" type="button" @click=${this.#more}>${words.more}</button>` : nothing}`
  }
}

if (!customElements.get('parvis-me')) customElements.define('parvis-me', ParvisMe)
