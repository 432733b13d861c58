import { html, nothing } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { Kind } from '../../../server/words.ts'
import { type Context, nameOf } from '../../context.ts'
import type { NewWords } from '../../translations/en/new.ts'
import { icon, iconDown, iconPlus } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { openKind } from '../parvis-threads/tools.ts'

const mostTags = 3

interface Form {
  ctx: Context
  words: NewWords
  draft: { tags: string[] }
  board: BoardJson | undefined
  kind: Kind
}
type Change = (change: { board?: string; kind?: Kind; tags?: string[] }) => void

/** Board, kind where the board has several, and tags. */
export const boardAndTags = (form: Form, change: Change) => {
  const { ctx, words, board, kind } = form
  const open = ctx.opening.boards.filter(openKind)
  const kinds = board?.kinds.filter((one) => one !== 'announcement') ?? []
  return html`<div class="two">
    <div>${select(
      'board',
      words.board,
      board?.slug,
      open.map((one) => [one.slug, nameOf(one, ctx.locale)]),
      (slug) => change({ board: slug }),
    )}</div>
    ${
      kinds.length > 1
        ? html`<div>${select(
            'kind',
            words.kind,
            kind,
            kinds.map((one) => [one, words.kinds[one].name]),
            (one) => change({ kind: one as Kind }),
          )}</div>`
        : nothing
    }
    ${ctx.opening.tags.length ? tags(form, change) : nothing}
  </div>`
}

const select = (
  id: string,
  label: string,
  value: string | undefined,
  choices: [string, string][],
  choose: (value: string) => void,
) =>
  html`<label for=${id}>${label}</label><span class="select"><select class="input" id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${choices.map(
    ([slug, name]) => html`<option value=${slug} .selected=${slug === value}>${name}</option>`,
  )}</select>${icon(iconDown, 's')}</span>`

const tags = ({ ctx, words, draft }: Form, change: Change) => {
  const named = (slug: string) =>
    nameOf(
      ctx.opening.tags.find((one) => one.slug === slug),
      ctx.locale,
    )
  const left = ctx.opening.tags.filter((one) => !draft.tags.includes(one.slug))
  const add = (event: Event) => {
    const field = event.target as HTMLSelectElement
    if (field.value) change({ tags: [...draft.tags, field.value] })
    field.value = ''
  }
  return html`<div role="group" aria-labelledby="tags">
    <span class="lbl" id="tags">${words.tags} <span class="q">${words.tagsHint}</span></span>
    <div class="chips">
      ${draft.tags.map((slug) => {
        const remove = () => change({ tags: draft.tags.filter((one) => one !== slug) })
        return html`<span class="chip">${named(slug)}<button type="button" aria-label=${words.remove(named(slug))} @click=${remove}>${icon(iconX, 's')}</button></span>`
      })}
      ${draft.tags.length < mostTags ? html`<label class="txt add">${icon(iconPlus, 's')}${words.add}<select aria-label=${words.addTag} @change=${add}><option value=""></option>${left.map((one) => html`<option value=${one.slug}>${nameOf(one, ctx.locale)}</option>`)}</select></label>` : nothing}
    </div>
  </div>`
}
