import { css, html, nothing, type TemplateResult } from 'lit'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { icon, iconUp, iconX } from '../../parts/icons.ts'
import type { ThreadFinder } from '../../parts/thread_finder.ts'
import { hrefOf } from '../../router.ts'
import { figure } from '../../translations/format.ts'
import { catalog } from '../../translations/index.ts'

export type Idea = RoadmapItemJson['ideas'][number]

interface Options {
  /** How many people stand behind them, each once; null where the item is not made yet. */
  people: number | null
  /** Null where nothing may be changed. */
  remove: ((idea: Idea) => void) | null
  /** Called when a link leads away. */
  leave: () => void
  finder: ThreadFinder | null | undefined
}

function line(idea: Idea, { remove, leave }: Options) {
  const { roadmap } = catalog.value.words
  return html`<li>
    <a class="clip" href=${hrefOf(`feedback/${idea.number}`)} @click=${leave}>${idea.title}</a><span class="space"></span>
    <span class="quiet figures">${icon(iconUp, 's')}${figure(idea.votes)}</span>
    ${remove ? html`<button class="button ghost icon" aria-label=${roadmap.removeIdea(idea.title)} @click=${() => remove(idea)}>${icon(iconX, 's')}</button>` : nothing}
  </li>`
}

/** The ideas that an item gathers, with the way to take one out and to find another. */
export function ideaList(ideas: Idea[], options: Options): TemplateResult {
  const { roadmap } = catalog.value.words
  const { people, finder } = options
  return html`<div class="field">
    <p class="label">${roadmap.ideas} <span class="quiet">${people === null ? '' : roadmap.ideasCount(ideas.length, people)}</span></p>
    ${ideas.length === 0 ? html`<p class="hint">${roadmap.noIdeas}</p>` : html`<ul class="ideas">${ideas.map((idea) => line(idea, options))}</ul>`}
    ${finder?.render() ?? nothing}
  </div>`
}

export const ideaListStyles = css`
  .ideas {
    border: 1px solid var(--line);
    border-radius: var(--r-card);
  }
  .ideas li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 36px;
    padding: 2px 4px 2px 12px;
  }
  .ideas li + li {
    border-top: 1px solid var(--line);
  }
`
