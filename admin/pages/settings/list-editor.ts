import { css, html, nothing } from 'lit'
import type { BoardJson, StatusJson, TagJson } from '../../../server/boards/json.ts'
import type { SegmentJson } from '../../../server/segments/json.ts'
import type { Kind, Locale } from '../../../server/words.ts'
import { statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { type Problem, patch, post } from '../../api.ts'
import { reload } from '../../community.ts'
import { define, sheets } from '../../element.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import { tell } from '../../toasts.ts'
import type { Catalog } from '../../translations/en/index.ts'
import { boardFields, categoryField } from './list_fields.ts'
import type { BoardReaders } from './segments/board-readers.ts'
import './segments/rule-editor.ts'
import type { RuleEditor } from './segments/rule-editor.ts'
import { filled, localesMainFirst } from './site_settings.ts'

export type ListKind = 'boards' | 'segments' | 'tags' | 'statuses' | 'stages'
export type Listed = BoardJson | SegmentJson | TagJson | StatusJson

/** What a list is called and how one speaks of its things. */
export const listWords = ({ settings, segments }: Catalog, kind: ListKind) =>
  kind === 'segments' ? segments.list : settings.lists[kind]

/** Makes or edits a board, segment, tag, status or stage, its name in the three languages. Properties `kind`, `item`. */
export class ListEditor extends ActDialog {
  static override properties = { kind: {}, item: { attribute: false }, missing: { state: true } }
  static override styles = sheets(
    statusPillStyles,
    actStyles,
    css`
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      }
      .icons {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(124px, 1fr));
        gap: 0 12px;
      }
      .grid .choice {
        border: 0;
      }
    `,
  )

  declare kind: ListKind
  declare item: Listed | null
  declare missing: 'name' | 'sameName' | 'kinds' | 'readers' | 'rule' | 'slug' | null

  constructor() {
    super()
    this.item = null
    this.missing = null
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #byLocale(field: string) {
    return filled(
      Object.fromEntries(localesMainFirst().map((locale) => [locale, this.#value(`${field}-${locale}`)])),
    )
  }

  get #readers(): BoardReaders | null {
    return this.renderRoot.querySelector('board-readers')
  }

  get #rule(): RuleEditor | null {
    return this.renderRoot.querySelector('rule-editor')
  }

  get #chosenKinds(): Kind[] {
    const ticked = this.renderRoot.querySelectorAll<HTMLInputElement>('[name=kinds]:checked')
    return [...ticked].map((input) => input.value as Kind)
  }

  /** What the form says, as the API takes it. */
  #draft(): Record<string, unknown> {
    const names = this.#byLocale('name')
    const draft: Record<string, unknown> = { name: names[localesMainFirst()[0] as Locale] ?? '', names }
    if (this.kind === 'statuses' || this.kind === 'stages') {
      draft.category =
        this.renderRoot.querySelector<HTMLInputElement>('[name=category]:checked')?.value ?? 'open'
    }
    if (this.kind === 'boards') {
      draft.purposes = this.#byLocale('purpose')
      draft.kinds = this.#chosenKinds
      Object.assign(draft, this.#readers?.draft)
      draft.defaultSort = this.#value('sort')
      draft.icon = this.renderRoot.querySelector<HTMLInputElement>('[name=icon]:checked')?.value || null
    }
    if (this.kind === 'segments') draft.rule = this.#rule?.draft
    const slug = this.#value('slug')
    return this.item || !slug ? draft : { slug, ...draft }
  }

  #check(draft: Record<string, unknown>): boolean {
    const slug = this.#value('slug')
    const slugWrong = !this.item && slug !== '' && !/^[a-z0-9](-?[a-z0-9])*$/.test(slug)
    const missing = {
      name: !draft.name,
      sameName: false,
      rule: this.kind === 'segments' && !draft.rule,
      kinds: this.kind === 'boards' && this.#chosenKinds.length === 0,
      readers: this.kind === 'boards' && !draft.visibility,
      slug: slugWrong,
    }
    const wrong = Object.entries(missing).find(([, one]) => one)
    this.missing = (wrong?.[0] as keyof typeof missing | undefined) ?? null
    const first = {
      name: `#name-${localesMainFirst()[0]}`,
      sameName: `#name-${localesMainFirst()[0]}`,
      rule: 'rule-editor',
      kinds: '[name=kinds]',
      readers: 'board-readers',
      slug: '#slug',
    }
    if (this.missing) this.renderRoot.querySelector<HTMLElement>(first[this.missing])?.focus()
    return this.missing === null
  }

  #submit = (): void => {
    const draft = this.#draft()
    if (!this.#check(draft)) return
    const { settings } = this.words
    void this.perform(async () => {
      if (this.item) await patch(`${this.kind}/${this.item.slug}`, draft, this.item.revision)
      else await post(this.kind, draft)
      tell(this.item ? settings.savedOne(String(draft.name)) : settings.made(String(draft.name)))
      await reload(this.kind)
    })
  }

  protected override explained(problem: Problem): string {
    const { settings } = this.words
    if (problem.code === 'stale_revision') {
      void reload(this.kind)
      return settings.staleOne
    }
    if (problem.code === 'in_use') return this.kind === 'boards' ? settings.kindHeld : settings.keepOpen
    if (problem.code !== 'conflict') return super.explained(problem)
    if (problem.fields.some((field) => field.path === 'name')) {
      this.missing = 'sameName'
      this.renderRoot.querySelector<HTMLElement>(`#name-${localesMainFirst()[0]}`)?.focus()
      return ''
    }
    if (problem.fields.some((field) => field.path === 'visibility')) return settings.mergedHere
    return this.kind === 'segments' ? this.words.segments.taken : settings.slugTaken
  }

  #names() {
    const { settings, common } = this.words
    return localesMainFirst().map((locale, index) => {
      const main = index === 0
      const value = this.item?.names[locale] ?? (main ? (this.item?.name ?? '') : '')
      const same = main && this.missing === 'sameName'
      const wrong = same || (main && this.missing === 'name')
      return html`<label class="field">
        <span class="label">${settings.nameIn(common.languages[locale])} ${main ? html`<span class="quiet">${settings.mainLanguage}</span>` : nothing}</span>
        <input class="input" id=${`name-${locale}`} lang=${locale} dir="auto" maxlength="60" .value=${value} aria-invalid=${wrong ? 'true' : nothing} />
        ${wrong ? html`<span class="wrong" role="alert">${same ? settings.nameTaken : settings.nameMissing}</span>` : nothing}
      </label>`
    })
  }

  /** What things of this kind have beside a name. */
  #own() {
    if (this.kind === 'tags') return nothing
    if (this.kind === 'boards') return boardFields(this.words, this.item as BoardJson | null, this.missing)
    if (this.kind !== 'segments') return categoryField(this.words, this.item as StatusJson | null)
    const rule = (this.item as SegmentJson | null)?.rule ?? null
    return html`<rule-editor .rule=${rule} ?incomplete=${this.missing === 'rule'}></rule-editor>`
  }

  #slug() {
    if (this.item) return nothing
    const { settings } = this.words
    const wrong = this.missing === 'slug'
    return html`<label class="field"><span class="label">${settings.slug}</span>
      <input class="input" id="slug" maxlength="40" autocapitalize="off" spellcheck="false" aria-invalid=${wrong ? 'true' : nothing} />
      <span class=${wrong ? 'wrong' : 'hint'} role="status">${wrong ? settings.slugWrong : settings.slugHint}</span></label>`
  }

  override render() {
    const list = listWords(this.words, this.kind)
    return html`<admin-dialog heading=${this.item ? list.editing : list.add} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">${this.#names()} ${this.#own()} ${this.#slug()}</div>
      ${this.foot(this.item ? this.words.common.save : list.make, this.#submit)}
    </admin-dialog>`
  }
}

define('list-editor', ListEditor)
