import { css, html, type TemplateResult } from 'lit'
import type { AuthorJson } from '../../server/members/json.ts'
import type { Ways } from '../../widget/ui/sanitize.ts'
import { hrefOf } from '../router.ts'
import { catalog } from '../translations/index.ts'

/** Who wrote a post; of somebody who is not of the team, the way to their sheet. */
export function authorName(author: AuthorJson | null): TemplateResult {
  const { common, members } = catalog.value.words
  if (!author) return html`${common.erased}`
  if (author.team) return html`${author.name}`
  return html`<a class="author" href=${hrefOf(`members/${author.id}`)} data-tip=${members.openSheet}>${author.name}</a>`
}

/** The sheets of members, for those whom a post mentions. */
export const toSheet: Ways = { member: (id) => ({ href: hrefOf(`members/${id}`) }) }

export const authorNameStyles = css`
  .author:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`
