import { html, LitElement, nothing } from 'lit'
import type { ProfileJson, ProfilePostPageJson } from '../../../server/members/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import { boardPath, type Context, nameOf, statusOf } from '../../context.ts'
import { type Place, threadPath } from '../../controllers/navigation.ts'
import { Pages } from '../../controllers/pages.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { MemberWords } from '../../translations/en/member.ts'
import { avatar, avatarStyles } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { ago, month, timeTag } from '../../ui/relative_time.ts'
import { statusPill, statusPillStyles } from '../../ui/status_pill.ts'
import { iconLeft } from '../../ui/view_icons.ts'
import { voteStyles } from '../../ui/vote.ts'
import { failed } from '../parvis-board/failed.ts'
import { vote } from '../parvis-threads/row.ts'
import { memberStyles } from './parvis-member.styles.ts'

type Post = ProfilePostPageJson['items'][number]

/**
 * The public page of a member: who they are here, what they wrote as far as its reader may read it, and what they
 * voted for where they show it. Part of `<parvis-board>`.
 *
 * @element parvis-member
 * @prop ctx - What every view is given.
 * @prop place - Whose page.
 * @prop words - The words of this view.
 */
export class ParvisMember extends LitElement {
  static override styles = [base, viewStyles, statusPillStyles, voteStyles, avatarStyles, memberStyles]
  static override properties = {
    ctx: { attribute: false },
    place: { attribute: false },
    words: { attribute: false },
    member: { state: true },
    failure: { state: true },
  }
  declare ctx: Context
  declare place: Extract<Place, { view: 'member' }>
  declare words: MemberWords
  declare member: ProfileJson | undefined
  declare failure: string
  readonly #posts = new Pages<Post>(this)
  readonly #votes = new Pages<ThreadRowJson>(this)
  /** Whose page is shown, and to whom; another is read anew. */
  #shown = ''

  constructor() {
    super()
    this.failure = ''
  }

  get #path(): string {
    return `profiles/${encodeURIComponent(this.place.id)}`
  }

  protected override willUpdate(): void {
    const wanted = `${this.place.id} ${this.ctx.session.member?.id}`
    if (wanted === this.#shown) return
    this.#shown = wanted
    void this.#read()
  }

  async #read(): Promise<void> {
    const wanted = this.#shown
    this.failure = ''
    this.member = undefined
    const posts = this.#posts.read(this.ctx.api, `${this.#path}/posts`)
    try {
      const member = await this.ctx.api.ask<ProfileJson>(this.#path)
      if (wanted !== this.#shown) return
      this.member = member
      if (member.votesShown) await this.#votes.read(this.ctx.api, `${this.#path}/votes`)
      this.#askVotes()
    } catch (error) {
      if (wanted === this.#shown) this.failure = codeOf(error)
    }
    await posts
    await this.updateComplete
    this.ctx.arrived(this.renderRoot.querySelector<HTMLElement>('#heading'))
  }

  #askVotes(): void {
    const rows = this.#votes.items ?? []
    this.ctx.votes.learnCounts(rows)
    if (rows.length && this.ctx.session.member)
      this.ctx.act('overlay', rows.map((row) => row.number).slice(-100))
  }

  async #more<Row>(pages: Pages<Row>, part: 'posts' | 'votes'): Promise<void> {
    try {
      const before = await pages.more(this.ctx.api, `${this.#path}/${part}`)
      if (part === 'votes') this.#askVotes()
      await this.updateComplete
      this.renderRoot.querySelectorAll<HTMLElement>(`#${part} > li`)[before]?.querySelector('a')?.focus()
      void this.ctx.act('announce', (say) => say.added(pages.items!.length - before))
    } catch (error) {
      this.ctx.act('refuse', error)
    }
  }

  protected override render() {
    const { ctx, words, member, failure } = this
    const back = boardPath(ctx, ctx.start)
    const board = ctx.opening.boards.find((one) => one.slug === ctx.start)
    const crumb = html`<a class="crumb" href=${ctx.href(back)} data-to=${back} data-back>${icon(iconLeft, 'flip')}${nameOf(board, ctx.locale)}</a>`
    if (failure === 'not_found')
      return html`${crumb}<div class="empty"><h2 class="title" id="heading" tabindex="-1">${words.missing}</h2><p class="q">${words.missingHint}</p></div>`
    if (failure) return html`${crumb}${failed(ctx.words, ctx.say?.problems[failure], () => this.#read())}`
    if (!member) return html`${crumb}<div class="wait tall" aria-busy="true"></div>`
    return html`${crumb}${this.#head(member)}
      ${member.id === ctx.session.member?.id ? this.#own() : nothing}
      <div class="sec"><h3>${words.posts}</h3></div>
      ${this.#list(this.#posts, 'posts', words.noPosts, (post) => this.#post(post))}
      ${
        member.votesShown
          ? html`<div class="sec"><h3>${words.votes}</h3></div>
            ${this.#list(this.#votes, 'votes', words.noVotes, (row) => this.#vote(row))}`
          : nothing
      }`
  }

  #head(member: ProfileJson) {
    const { ctx, words } = this
    return html`<header>${avatar(member, ctx.base)}<div>
      <h2 class="title" id="heading" tabindex="-1" dir="auto">${member.name}</h2>
      <p class="by">
        ${member.team ? html`<span class="teamtag">${ctx.opening.site.name}</span>` : member.company ? html`<span dir="auto">${member.company}</span>` : nothing}
        <span>${words.since(month(`${member.since}-15T12:00:00Z`, ctx.region))}</span>
      </p>
    </div></header>`
  }

  #own() {
    const { ctx, words } = this
    const path = '/me/settings'
    return html`<p class="own">${words.own} <a class="a" href=${ctx.href(path)} data-to=${path}>${words.toSettings}</a></p>`
  }

  #list<Row>(pages: Pages<Row>, part: 'posts' | 'votes', none: string, draw: (row: Row) => unknown) {
    const { ctx, words } = this
    const { items, failure, next } = pages
    if (failure) return failed(ctx.words, ctx.say?.problems[failure], () => this.#read())
    if (!items) return html`<div class="wait" aria-busy="true"></div>`
    if (!items.length) return html`<p class="q">${none}</p>`
    return html`<ul class="told" id=${part}>${items.map(draw)}</ul>
      ${next ? html`<button class="btn" type="button" @click=${() => this.#more(pages, part)}>${words.more}<span class="vh">: ${words[part]}</span></button>` : nothing}`
  }

  #post(post: Post) {
    const { ctx, words } = this
    const path = threadPath(post.thread, post.kind === 'reply' ? post.id : undefined)
    const lang = post.thread.language ?? nothing
    return html`<li>
      <div class="meta"><span>${post.kind === 'reply' ? words.replied : words.began} · ${timeTag(post.createdAt, ctx.region, ago(post.createdAt, ctx.region))}</span></div>
      <h4 dir="auto" lang=${lang}><a href=${ctx.href(path)} data-to=${path} aria-describedby=${`of-${post.id}`}>${post.thread.title || words.removedThread}</a></h4>
      <p class="q" id=${`of-${post.id}`} dir="auto" lang=${lang}>${post.excerpt}</p>
    </li>`
  }

  #vote(row: ThreadRowJson) {
    const { ctx } = this
    const path = threadPath(row)
    return html`<li class="votes">${vote(ctx, row, 's')}<div>
      <h4 dir="auto" lang=${row.language}><a href=${ctx.href(path)} data-to=${path}>${row.title}</a></h4>
      <div class="meta">${statusPill(...statusOf(ctx, row.status))}</div>
    </div></li>`
  }
}

if (!customElements.get('parvis-member')) customElements.define('parvis-member', ParvisMember)
