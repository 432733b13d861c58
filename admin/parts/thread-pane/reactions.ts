import { html, nothing } from 'lit'
import type { ReactionsJson } from '../../../server/reactions/json.ts'
import { reactionNames, reactionSigns } from '../../../widget/ui/reaction_signs.ts'
import { catalog } from '../../translations/index.ts'

/** How often each reaction was given to a post. */
export function reactionsOf(reactions: ReactionsJson) {
  const { thread } = catalog.value.words
  const given = reactionNames.filter((name) => reactions[name])
  if (!given.length) return nothing
  return html`<ul class="reactions" aria-label=${thread.reactions}>${given.map(
    (name) =>
      html`<li title=${thread.reaction[name]}><span aria-hidden="true">${reactionSigns[name]}</span><span class="unseen">${thread.reaction[name]}</span> ${reactions[name]}</li>`,
  )}</ul>`
}
