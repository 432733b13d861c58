import { html, nothing } from 'lit'
import type { ArchivedBoardJson } from '../../../server/boards/json.ts'
import { get, type Problem, remove } from '../../api.ts'
import { community, reload } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { tell } from '../../toasts.ts'
import { day } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'
import { readersOf } from './segments/readers.ts'
import { settingsStyles } from './settings.styles.ts'

/**
 * The boards that were archived, each with the way back; nothing where there is none. For who may archive.
 * Event `restored`, with the slug, once the board stands among the others again.
 */
export class SettingsArchive extends AdminElement {
  static override properties = { restoring: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare restoring: ArchivedBoardJson | null

  readonly #loading = new Loading<ArchivedBoardJson[]>(this)
  #readFor: string | undefined

  constructor() {
    super()
    this.restoring = null
    follow(this, community)
  }

  /** What was archived is another list whenever the boards are others. */
  protected override willUpdate(): void {
    const boards = community.value.boards.map((board) => board.slug).toSorted()
    if (this.#readFor === boards.join()) return
    this.#readFor = boards.join()
    void this.#read()
  }

  #read = (): Promise<unknown> =>
    this.#loading.run(
      async (signal) => (await get<{ items: ArchivedBoardJson[] }>('boards/archive', {}, signal)).items,
    )

  #restore = async (): Promise<void> => {
    const board = this.restoring
    if (!board) return
    await remove(`boards/${board.slug}/archive`)
    tell(this.words.settings.archive.restored(named(board)))
    await reload('boards')
  }

  #ended(event: CustomEvent<{ done: boolean }>): void {
    const slug = this.restoring?.slug
    this.restoring = null
    if (event.detail.done) this.dispatchEvent(new CustomEvent('restored', { detail: slug }))
  }

  #explain = (problem: Problem): string | undefined =>
    problem.code === 'conflict' ? this.words.settings.archive.full : undefined

  #row(board: ArchivedBoardJson) {
    const { archive, boardThreads } = this.words.settings
    const name = named(board)
    return html`<li>
      <span class="name"><span class="medium clip">${name}</span><span class="others">${boardThreads(board.threads)} · ${archive.since(day(board.archivedAt))}</span></span>
      <button class="button" aria-label=${archive.restoreOne(name)} @click=${() => {
        this.restoring = board
      }}>${archive.restore}</button>
    </li>`
  }

  #question(board: ArchivedBoardJson) {
    const { archive, boardThreads } = this.words.settings
    return html`<confirm-dialog heading=${archive.restoring(named(board))} verb=${archive.restore}
      text=${archive.restoreWords(boardThreads(board.threads), readersOf(board))}
      .act=${this.#restore} .explain=${this.#explain} @ended=${this.#ended}></confirm-dialog>`
  }

  override render() {
    const { archive } = this.words.settings
    const boards = this.#loading.value ?? []
    if (this.#loading.state === 'failed') return failure(this.#loading.problem, () => void this.#read())
    if (!boards.length && !this.restoring) return nothing
    return html`<section class="section">
        <h3>${archive.title}</h3>
        <p>${archive.words}</p>
        <ul class="rows">${boards.map((board) => this.#row(board))}</ul>
      </section>
      ${this.restoring ? this.#question(this.restoring) : nothing}`
  }
}

define('settings-archive', SettingsArchive)
