import { html, type ReactiveController, type ReactiveElement } from 'lit'
import { place, refine } from '../router.ts'
import { icon, iconSearch } from './icons.ts'

/** For how long the keys rest before it is searched, in milliseconds. */
const restFor = 200

/** The search in the bar of a list. What is typed goes into the address, which the list follows. */
export class ListSearch implements ReactiveController {
  readonly #page: ReactiveElement
  #typing: ReturnType<typeof setTimeout> | undefined

  constructor(page: ReactiveElement) {
    this.#page = page
    page.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing)
  }

  readonly #typed = (event: InputEvent): void => {
    const words = (event.target as HTMLInputElement).value
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => refine({ q: words.trim() || null }, { replace: true }), restFor)
  }

  readonly focus = (): void => {
    this.#page.renderRoot.querySelector<HTMLInputElement>('#find')?.select()
  }

  draw(label: string, hint: string) {
    return html`<label class="find">
      ${icon(iconSearch, 'm')}<span class="unseen">${label}</span>
      <input class="input" id="find" type="search" maxlength="200" placeholder=${hint} .value=${place.value.query.get('q') ?? ''}
        @input=${this.#typed} />
    </label>`
  }
}
