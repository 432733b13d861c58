import { css, html, type PropertyDeclarations } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { Problem } from '../../api.ts'
import { community } from '../../community.ts'
import { AdminElement } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { refusalWords } from '../../problem_words.ts'
import { sendKeys } from '../../shortcuts.ts'
import type { AdminDialog } from '../admin-dialog/admin-dialog.ts'
import '../admin-dialog/admin-dialog.ts'

/**
 * What the acts on threads share: a dialog over the page, one act under way at a time, a refusal told inside the
 * dialog with everything typed still there. Property `threads`. Event `ended`, with whether it was done.
 */
export abstract class ActDialog extends AdminElement {
  static override properties: PropertyDeclarations = {
    threads: { attribute: false },
    busy: { state: true },
    wrong: { state: true },
  }

  declare threads: ThreadRowJson[]
  declare busy: boolean
  declare wrong: string

  #done = false

  constructor() {
    super()
    this.threads = []
    this.busy = false
    this.wrong = ''
    // A dialog opened by its address may be drawn before the people and words that it offers are there.
    follow(this, community)
  }

  protected get numbers(): number[] {
    return this.threads.map((thread) => thread.number)
  }

  /** Runs the act; closes the dialog when it went through. */
  protected async perform(act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.wrong = ''
    try {
      await act()
      this.#done = true
      this.close()
    } catch (error) {
      this.wrong = this.explained(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  /** The words for a refusal; an act that knows more says more. */
  protected explained(problem: Problem): string {
    return refusalWords(problem)
  }

  close(): void {
    this.renderRoot.querySelector<AdminDialog>('admin-dialog')?.close()
  }

  protected ended(): void {
    this.dispatchEvent(new CustomEvent('ended', { detail: { done: this.#done } }))
  }

  /**
   * The foot of the dialog: what was refused, then cancel and the verb, with its keys. A button that is at work keeps
   * the focus, which a disabled one would lose.
   */
  protected foot(verb: string, act: () => void, options: { possible?: boolean; danger?: boolean } = {}) {
    const possible = options.possible ?? true
    return html`<p slot="footer" class="wrong refusal" role="alert">${this.wrong}</p>
      <span slot="footer" class="space"></span>
      <button slot="footer" class="button large" @click=${this.close}>${this.words.common.cancel}<kbd aria-hidden="true">Esc</kbd></button>
      <button slot="footer" class="button large ${options.danger ? 'danger' : 'primary'}" ?disabled=${!possible} aria-disabled=${this.busy} @click=${act}>
        ${verb}<kbd aria-hidden="true">${sendKeys()}</kbd>
      </button>`
  }
}

export const actStyles = css`
  .form {
    display: grid;
    gap: 16px;
  }
  .choices {
    border: 1px solid var(--line-2);
    border-radius: var(--r-card);
    overflow: auto;
    max-height: 320px;
  }
  .choice {
    position: relative;
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 34px;
    padding: 4px 12px;
    cursor: pointer;
  }
  .choice + .choice {
    border-top: 1px solid var(--line);
  }
  .choice:has(input:checked) {
    background: var(--accent-wash);
    font-weight: var(--w-medium);
  }
  .choice:has(input:focus-visible) {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .choice input:focus-visible {
    box-shadow: none;
  }
  .choice > .quiet {
    font-weight: 400;
    min-width: 0;
  }
  .choice > .figures {
    flex: none;
  }
  .choice > .quiet:last-child {
    margin-inline-start: auto;
    text-align: end;
  }
  .paper {
    border: 1px solid var(--line);
    border-radius: var(--r-card);
    background: var(--raised);
    padding: 12px 14px;
    display: grid;
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .paper .words {
    white-space: pre-line;
  }
  .then {
    display: grid;
    gap: 6px;
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--text-2);
  }
  .then li {
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr);
    gap: 8px;
  }
  .then .i {
    margin-top: 2px;
    color: var(--text-3);
  }
  .refusal {
    flex: 1 0 100%;
  }
  .refusal:empty {
    display: none;
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  @media (max-width: 460px) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 700px) {
    .choice {
      min-height: 44px;
    }
    kbd {
      display: none;
    }
  }
`
