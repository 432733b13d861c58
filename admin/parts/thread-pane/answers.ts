import { html, nothing } from 'lit'
import { catalog } from '../../translations/index.ts'
import { icon, iconSeal, iconTick } from '../icons.ts'
import { type PostActs, postBlock, replyPost } from './posts.ts'
import { type OpenThread, repliesOf } from './thread_model.ts'

/** The replies that answer a thread, above its story: the accepted one, and the team's where that is another. */
export function answersBlock({ thread, story }: OpenThread, acts: PostActs) {
  const told = new Set(repliesOf(story).map(({ id }) => id))
  // One editor for a post: two of them would keep one draft.
  const actsFor = ({ id }: { id: string }): PostActs => ({ ...acts, elsewhere: told.has(id) })
  const { thread: words } = catalog.value.words
  const { acceptedReply: accepted, officialReply: official } = thread
  const seal = html`${icon(iconSeal, 'm')}${words.official}`
  return html`${
    accepted
      ? html`<section class="official-block accepted" aria-label=${words.accepted}>
          <p class="label">${icon(iconTick, 'm')}${words.accepted}${accepted.official ? html` ${seal}` : nothing}</p>
          ${postBlock(replyPost(accepted), actsFor(accepted))}
        </section>`
      : nothing
  } ${
    official && official.id !== accepted?.id
      ? html`<section class="official-block" aria-label=${words.official}>
          <p class="label">${seal}</p>
          ${postBlock(replyPost(official), actsFor(official))}
        </section>`
      : nothing
  }`
}
