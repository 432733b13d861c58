import { html } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { stateStyles } from '../../parts/states.ts'
import { hrefOf } from '../../router.ts'

/** What an address without a page shows. */
export class PageNotHere extends AdminElement {
  static override styles = sheets(stateStyles)

  override render() {
    const { shell } = this.words
    return html`<div class="state">
      <h1>${shell.notHere}</h1>
      <p>${shell.notHereWords}</p>
      <a class="button" href=${hrefOf('feedback')}>${shell.toFeedback}</a>
    </div>`
  }
}

define('page-not-here', PageNotHere)
