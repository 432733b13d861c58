import { html, nothing } from 'lit'
import { type Context, nameOf } from '../../context.ts'
import { icon, iconClock } from '../../ui/icons.ts'

/** A link of ours: a real address, taken over by the widget on a plain click. */
export const to = (ctx: Context, path: string, look: string, inner: unknown, current = false) =>
  html`<a href=${ctx.href(path)} data-to=${path} class=${look} aria-current=${current ? 'page' : nothing}>${inner}</a>`

/** Title, purpose, usual answering time, and the way to oneself. */
export const head = (ctx: Context, title: string, purpose: string | undefined, promise?: string) => {
  const { words } = ctx
  return html`<div class="head">
    <h2 id="title" tabindex="-1">${title}</h2>
    <div class="me">
      ${ctx.session.member ? ctx.later?.oneself(ctx) : html`<button class="btn s" type="button" @click=${() => ctx.act('signIn')}>${words.signIn}</button>`}
    </div>
    ${purpose ? html`<p class="purpose" dir="auto">${purpose}</p>` : nothing}
    ${promise ? html`<p class="clock">${icon(iconClock)}<span>${words.promise[0]}${emphasis(promise)}${words.promise[1]}</span></p>` : nothing}
  </div>`
}

/** "within 3 h" stands out of "within 3 h, Mon to Fri". */
const emphasis = (promise: string) => {
  const [first, ...rest] = promise.split(/(?=, )/)
  return html`<b>${first}</b>${rest.join('')}`
}

/** The boards and the roadmap: links, of which one is current. */
export const tabs = (ctx: Context, pathOf: (board: string) => string, current: string | null) =>
  html`<nav class="tabs" aria-label=${ctx.words.boards}>
    ${ctx.opening.boards.map((board) =>
      to(
        ctx,
        pathOf(board.slug),
        '',
        html`${board.icon ? html`<i>${ctx.later?.boardIcon(board.icon)}</i>` : nothing}${nameOf(board, ctx.locale)}<span> ${ctx.words.number(board.threads)}${board.threads < 1e4 ? '' : '+'}</span>`,
        board.slug === current,
      ),
    )}
    ${to(ctx, '/roadmap', '', ctx.words.roadmap, current === null)}
  </nav>`
