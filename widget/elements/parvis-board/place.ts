import { html, nothing } from 'lit'
import type { Names } from '../../../server/words.ts'
import { boardPath, type Context } from '../../context.ts'
import { type ListPlace, type Place, placeOf } from '../../controllers/navigation.ts'
import type { Core } from '../../translations/en/core.ts'
import '../parvis-threads/parvis-threads.ts'
import { failed } from './failed.ts'
import { head, tabs } from './head.ts'

interface Host {
  site: string | undefined
  ctx: Context | undefined
  words: Core | undefined
  failure: string | undefined
  /** The list last seen; it stays in the page, hidden, so that going back finds it as it was. */
  list: ListPlace | undefined
  journey: { path: string }
  readonly shadowRoot: ShadowRoot | null
  readonly updateComplete: Promise<unknown>
  open(): Promise<void>
  requestUpdate(): void
}

/** What is to be seen at the place where the widget is. */
export const drawPlace = (host: Host) => {
  const { ctx } = host
  if (host.failure !== undefined)
    return html`<section aria-label=${host.site}>${failed(host.words, host.failure, () => host.open())}</section>`
  if (!ctx) return wait
  const place = placeOf(host.journey.path)
  if (place.view === 'list') host.list = place
  const title = said(ctx, ctx.opening.site.titles) ?? ctx.opening.site.name
  return html`<section aria-label=${title}>
    <div ?hidden=${place.view !== 'list' && place.view !== 'roadmap'}>${overview(ctx, place, host.list, title)}</div>
    ${place.view === 'list' ? nothing : (ctx.later?.drawView(host, ctx, place) ?? wait)}
  </section>`
}

const wait = html`<div aria-busy="true"><div class="wait"></div><div class="wait tall"></div></div>`

/** The site's own words in the reader's language, else in the site's. */
const said = (ctx: Context, names: Names) => names[ctx.locale] ?? names[ctx.opening.site.locale]

/** Head and tabs, which the boards and the roadmap have in common, and the list. */
const overview = (ctx: Context, { view }: Place, list: ListPlace | undefined, title: string) => {
  const { opening, words } = ctx
  const slug = list?.board ?? ctx.start ?? null
  const board = opening.boards.find((one) => one.slug === slug)
  const purposes = slug === ctx.start ? opening.site.purposes : (board?.purposes ?? {})
  const roadmap = view === 'roadmap'
  return [
    roadmap
      ? head(ctx, words.roadmap, words.purpose)
      : head(ctx, title, said(ctx, purposes), said(ctx, opening.site.promises)),
    tabs(ctx, (one) => boardPath(ctx, one), roadmap ? null : slug),
    list && board
      ? html`<parvis-threads ?hidden=${view !== 'list'} .ctx=${ctx} .place=${list} .board=${board}></parvis-threads>`
      : nothing,
  ]
}
