import { html, nothing } from 'lit'
import type { BoardJson, StatusJson } from '../../../server/boards/json.ts'
import { boardIcon } from '../../../widget/ui/board_icons.ts'
import { statusGlyph } from '../../../widget/ui/status_pill.ts'
import type { Catalog } from '../../translations/en/index.ts'
import { boardIconNames, categories, kinds, sorts } from './choices.ts'
import './segments/board-readers.ts'
import { localesMainFirst } from './site_settings.ts'

/** What a status or a stage means, whatever it is called. */
export function categoryField({ settings, common }: Catalog, status: StatusJson | null) {
  const chosen = status?.category ?? 'open'
  return html`<fieldset>
    <legend class="label">${settings.category}</legend>
    <div class="choices grid">
      ${categories.map(
        (category) =>
          html`<label class="choice"><input type="radio" name="category" value=${category} .checked=${category === chosen} />${statusGlyph(category)}${common.categories[category]}</label>`,
      )}
    </div>
  </fieldset>`
}

/** What a board has beside its name. `missing` is what was left out of it. */
export function boardFields(words: Catalog, board: BoardJson | null, missing: string | null) {
  const { settings, common, feedback } = words
  const purposes = localesMainFirst().map(
    (
      locale,
    ) => html`<label class="field"><span class="label">${settings.purposeIn(common.languages[locale])}</span>
      <input class="input" id=${`purpose-${locale}`} lang=${locale} dir="auto" maxlength="300" .value=${board?.purposes[locale] ?? ''} /></label>`,
  )
  return html`${purposes}
    <fieldset>
      <legend class="label">${settings.kinds}</legend>
      <div class="kinds">
        ${kinds.map(
          (kind) =>
            html`<label class="tick"><input type="checkbox" name="kinds" value=${kind} .checked=${board?.kinds.includes(kind) ?? kind === 'idea'} />${common.kinds[kind]}</label>`,
        )}
      </div>
      ${missing === 'kinds' ? html`<p class="wrong" role="alert">${settings.kindsMissing}</p>` : nothing}
    </fieldset>
    <board-readers .board=${board} ?incomplete=${missing === 'readers'}></board-readers>
    <label class="field"><span class="label">${settings.defaultSort}</span>
      <select class="input" id="sort">
        ${sorts.map((sort) => html`<option value=${sort} ?selected=${(board?.defaultSort ?? 'trending') === sort}>${feedback.sorts[sort]}</option>`)}
      </select></label>
    ${iconField(words, board?.icon ?? null)}`
}

function iconField({ settings }: Catalog, chosen: BoardJson['icon']) {
  const choice = (name: BoardJson['icon']) =>
    html`<label class="tick"><input type="radio" name="icon" value=${name ?? ''} .checked=${name === chosen} />${name ? boardIcon(name) : nothing}${name ? settings.icons[name] : settings.noIcon}</label>`
  return html`<fieldset>
    <legend class="label">${settings.icon}</legend>
    <div class="icons">${choice(null)}${boardIconNames.map(choice)}</div>
  </fieldset>`
}
