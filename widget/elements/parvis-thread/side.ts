import { html, nothing } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { nameOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import { month } from '../../ui/relative_time.ts'
import type { Teller } from './teller.ts'

/** Facts beside a thread: votes, where it stands on the roadmap, what is like it. */
export const side = (teller: Teller, similar: ThreadRowJson[]) => {
  const { ctx, words, thread } = teller
  const parts = [votes(teller), roadmap(teller), alike(teller, similar)].filter((part) => part !== nothing)
  if (!parts.length) return nothing
  return html`<aside class="side" aria-label=${words.about} data-thread=${thread.number} lang=${ctx.locale}>${parts}</aside>`
}

const votes = ({ ctx, words, thread }: Teller) => {
  if (thread.kind !== 'idea') return nothing
  return html`<section>
    <h3>${words.votes(ctx.votes.count(thread))}</h3>
    ${ctx.votes.has(thread.number) ? html`<p class="q">${words.votedMine}</p>` : nothing}
  </section>`
}

const roadmap = ({ ctx, words, thread: { item } }: Teller) => {
  if (!item) return nothing
  const stage = nameOf(
    ctx.opening.stages.find((one) => one.slug === item.stage),
    ctx.locale,
  )
  const expected = item.expectedOn ? `, ${words.expected(month(item.expectedOn, ctx.region))}` : ''
  return html`<section>
    <h3>${words.onRoadmap}</h3>
    <a class="a" href=${ctx.href('/roadmap')} data-to="/roadmap" dir="auto">${item.title}</a>
    <p class="q">${stage}${expected}</p>
  </section>`
}

const alike = ({ ctx, words }: Teller, similar: ThreadRowJson[]) => {
  if (!similar.length) return nothing
  return html`<section>
    <h3>${words.similar}</h3>
    <ul class="mini">${similar.map((row) => {
      const path = threadPath(row)
      return html`<li class=${row.kind === 'idea' ? '' : 'bare'}>${row.kind === 'idea' ? html`<span class="c">${ctx.words.number(row.votes)}</span>` : nothing}<a href=${ctx.href(path)} data-to=${path} dir="auto">${row.title}</a></li>`
    })}</ul>
  </section>`
}
