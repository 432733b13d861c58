import { css, html, LitElement, nothing } from 'lit'
import type { RoadmapCardJson, RoadmapJson } from '../../../server/roadmap/json.ts'
import { codeOf } from '../../api.ts'
import { boardPath, type Context, nameOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { RoadmapWords } from '../../translations/en/roadmap.ts'
import { icon, iconTick, iconUp } from '../../ui/icons.ts'
import { month } from '../../ui/relative_time.ts'
import { statusGlyph, statusPillStyles } from '../../ui/status_pill.ts'
import { iconPeople } from '../../ui/view_icons.ts'
import { failed } from '../parvis-board/failed.ts'

type Stage = RoadmapJson['stages'][number]

const roadmapStyles = css`
  :host { display: flow-root !important; }
  .cols { display: grid; gap: var(--s6); margin-block-start: var(--s5); }
  .col > h3 { display: flex; align-items: center; gap: var(--s2); line-height: 20px; font-weight: var(--w-strong); padding-block-end: var(--s2); }
  .col > h3 .st { width: 14px; height: 14px; }
  .col > h3 .n { color: var(--text-3); font-weight: 400; font-size: var(--t-sm); margin-inline-start: auto; }
  .card { padding-block: var(--s3); border-block-start: 1px solid var(--line); display: grid; row-gap: 6px; align-content: start; }
  .card h4 { margin: 0; font-size: inherit; line-height: 20px; font-weight: var(--w-medium); text-wrap: pretty; }
  .card p { font-size: var(--t-sm); line-height: 19px; color: var(--text-2); text-wrap: pretty; }
  .figures { display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); }
  .figures span { display: inline-flex; gap: 4px; align-items: center; white-space: nowrap; }
  .figures .i { width: 14px; height: 14px; color: var(--text-3); }
  .figures .mine { color: var(--accent); font-weight: var(--w-medium); }
  .figures .mine .i { color: inherit; stroke-width: 3; }
  details { font-size: var(--t-sm); color: var(--text-2); }
  summary { min-height: 24px; cursor: pointer; width: fit-content; }
  details li { display: grid; grid-template-columns: minmax(28px, max-content) minmax(0, 1fr); column-gap: 4px; line-height: 18px; }
  details li > * { padding-block: 3px; min-height: 24px; }
  details .c { font-weight: var(--w-strong); color: var(--text); }
  @media print { details::details-content { content-visibility: visible; } .card { break-inside: avoid; } }
  @container (min-width: 560px) { .cols { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s6) var(--s5); } }
  @container (min-width: 960px) { .cols { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); } }
`

/**
 * The public roadmap: columns where there is room, a list by stage where there is not.
 * Part of `<parvis-board>`.
 *
 * @element parvis-roadmap
 * @prop ctx - What every view is given.
 * @prop words - The words of this view.
 */
export class ParvisRoadmap extends LitElement {
  static override styles = [base, viewStyles, statusPillStyles, roadmapStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    stages: { state: true },
    failure: { state: true },
  }
  declare ctx: Context
  declare words: RoadmapWords
  declare stages: Stage[] | undefined
  declare failure: string

  constructor() {
    super()
    this.failure = ''
  }

  protected override firstUpdated(): void {
    void this.#read()
  }

  async #read(): Promise<void> {
    this.failure = ''
    const { ctx } = this
    try {
      const { stages } = await ctx.api.ask<RoadmapJson>('roadmap')
      this.stages = stages.filter((stage) => stage.items.length)
      const ideas = this.stages.flatMap((stage) =>
        stage.items.flatMap((card) => card.ideas.map((idea) => idea.number)),
      )
      ctx.act('announce', this.words.loaded(this.stages.reduce((sum, stage) => sum + stage.items.length, 0)))
      if (ideas.length) void ctx.act('overlay', ideas.slice(0, 100))
    } catch (error) {
      this.failure = codeOf(error)
    }
    await this.updateComplete
    ctx.arrived()
  }

  protected override render() {
    const { ctx, words, stages } = this
    if (this.failure) return failed(ctx.words, ctx.say?.problems[this.failure], () => this.#read())
    if (!stages) return html`<div class="cols" aria-busy="true"><div class="wait tall"></div></div>`
    if (!stages.length) {
      const path = boardPath(ctx, ctx.start)
      return html`<div class="empty"><h3>${words.empty}</h3><p class="q">${words.emptyHint}</p><a class="btn" href=${ctx.href(path)} data-to=${path}>${words.toIdeas}</a></div>`
    }
    return html`<div class="cols">${stages.map((stage) => this.#column(stage))}</div>`
  }

  #column(stage: Stage) {
    const { ctx } = this
    return html`<section class="col">
      <h3>${statusGlyph(stage.category)}${nameOf(stage, ctx.locale)}<span class="n">${ctx.words.number(stage.items.length)}</span></h3>
      <ul>${stage.items.map((card) => this.#card(card))}</ul>
    </section>`
  }

  #card(card: RoadmapCardJson) {
    const { ctx, words } = this
    const mine = card.ideas.some((idea) => ctx.votes.has(idea.number))
    const [only] = card.ideas
    const title = only && card.ideas.length === 1 ? this.#link(only, card.title) : card.title
    return html`<li class="card">
      <h4 dir="auto">${title}</h4>
      ${card.summary ? html`<p dir="auto">${card.summary}</p>` : nothing}
      <div class="figures">
        <span class=${mine ? 'mine' : ''}>${icon(mine ? iconTick : iconUp)}<span class="vh">${mine ? `${words.mine}, ` : nothing}${words.votes(card.votes)}</span><span aria-hidden="true">${ctx.words.number(card.votes)}</span></span>
        <span>${icon(iconPeople)}<span class="vh">${words.people(card.people)}</span><span aria-hidden="true">${ctx.words.number(card.people)}</span></span>
        ${card.expectedOn ? html`<span><time datetime=${card.expectedOn}>${month(card.expectedOn, ctx.region)}</time></span>` : nothing}
      </div>
      ${card.ideas.length > 1 ? html`<details><summary aria-label=${`${words.ideas(card.ideas.length)}, ${card.title}`}>${words.ideas(card.ideas.length)}</summary><ul>${card.ideas.map((idea) => html`<li><span class="c">${ctx.words.number(idea.votes)}</span>${this.#link(idea, idea.title)}</li>`)}</ul></details>` : nothing}
    </li>`
  }

  #link(idea: { number: number; title: string }, text: string) {
    const path = threadPath(idea)
    return html`<a href=${this.ctx.href(path)} data-to=${path} dir="auto">${text}</a>`
  }
}

if (!customElements.get('parvis-roadmap')) customElements.define('parvis-roadmap', ParvisRoadmap)
