import { html, nothing } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { Kind } from '../../../server/words.ts'
import { type Context, nameOf } from '../../context.ts'
import type { NewWords } from '../../translations/en/new.ts'
import { icon, iconDown, iconPlus } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { openKind } from '../parvis-threads/tools.ts'
import type { Problems } from './posting.ts'

const mostTags = 3

interface Form {
  ctx: Context
  words: NewWords
  draft: { tags: string[] }
  board: BoardJson | undefined
  kind: Kind
  problems: Problems
}
type Change = (change: { board?: string; kind?: Kind; tags?: string[] }) => void

/** Board, kind where the board has several, and tags. */
export const boardAndTags = (form: Form, change: Change) => {
  const { ctx, words, board, kind, problems } = form
  const open = ctx.opening.boards.filter(openKind)
  const kinds = board?.kinds.filter((one) => one !== 'announcement') ?? []
  return html`<div class="two">
    <div>${select(
      'board',
      words.board,
      board?.slug,
      open.map((one) => [one.slug, nameOf(one, ctx.locale)]),
      (slug) => change({ board: slug }),
      problems.board,
    )}${kinds.length > 1 ? nothing : wrongText('kind', problems.kind)}</div>
    ${
      kinds.length > 1
        ? html`<div>${select(
            'kind',
            words.kind,
            kind,
            kinds.map((one) => [one, words.kinds[one].name]),
            (one) => change({ kind: one as Kind }),
            problems.kind,
          )}</div>`
        : nothing
    }
    ${ctx.opening.tags.length ? tags(form, change) : wrongText('tags', problems.tags)}
  </div>`
}

const select = (
  id: string,
  label: string,
  value: string | undefined,
  choices: [string, string][],
  choose: (value: string) => void,
  wrong: string | undefined,
) =>
  html`<label for=${id}>${label}</label><span class="select"><select class="input" id=${id} aria-invalid=${wrong ? 'true' : nothing} aria-describedby=${`${id}-wrong`} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${choices.map(
    ([slug, name]) => html`<option value=${slug} .selected=${slug === value}>${name}</option>`,
  )}</select>${icon(iconDown, 's')}</span>${wrongText(id, wrong)}`

const wrongText = (id: string, wrong: string | undefined) =>
  html`<p class="wrong-text" id=${`${id}-wrong`} role="alert">${wrong}</p>`

const tags = ({ ctx, words, draft, problems }: Form, change: Change) => {
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
      ${draft.tags.length < mostTags ? html`<label class="txt add">${icon(iconPlus, 's')}${words.add}<select aria-label=${words.addTag} aria-describedby="tags-wrong" @change=${add}><option value=""></option>${left.map((one) => html`<option value=${one.slug}>${nameOf(one, ctx.locale)}</option>`)}</select></label>` : nothing}
    </div>
    ${wrongText('tags', problems.tags)}
  </div>`
}
