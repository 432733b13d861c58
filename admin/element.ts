import { type CSSResultGroup, LitElement } from 'lit'
import { follow } from './live_value.ts'
import { base } from './styles/base.ts'
import { controls } from './styles/controls.ts'
import { fields } from './styles/fields.ts'
import { catalog } from './translations/index.ts'

/** What every element of the admin is: drawn in the language at hand, from the same controls. */
export class AdminElement extends LitElement {
  static override styles: CSSResultGroup = [base, controls, fields]

  constructor() {
    super()
    follow(this, catalog)
  }

  /** The words of the language at hand. */
  protected get words() {
    return catalog.value.words
  }
}

/** The common sheets with an element's own after them. */
export function sheets(...own: CSSResultGroup[]): CSSResultGroup {
  return [base, controls, fields, ...own]
}

/** Defines an element once, however often its module is loaded. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element)
}
