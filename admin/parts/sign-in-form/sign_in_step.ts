import { css, type PropertyDeclarations } from 'lit'
import type { SecondFactorJson, StaffSessionJson } from '../../../server/sessions/json.ts'
import { Problem } from '../../api.ts'
import { AdminElement } from '../../element.ts'
import { problemWords } from '../../problem_words.ts'

/** What a way in answers: one is in, or a second factor is asked for. */
export type SignInAnswer = StaffSessionJson | SecondFactorJson

/**
 * What the steps of a sign-in share: one act under way at a time, and what was wrong said above the fields.
 * Event `answered`, with the server's answer.
 */
export abstract class SignInStep extends AdminElement {
  static override properties: PropertyDeclarations = { wrong: { state: true }, busy: { state: true } }
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }

  declare wrong: string
  declare busy: boolean

  constructor() {
    super()
    this.wrong = ''
    this.busy = false
  }

  protected async attempt(act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.wrong = ''
    try {
      await act()
    } catch (error) {
      this.wrong = error instanceof Problem ? this.explained(error) : this.words.errors.internal
    } finally {
      this.busy = false
    }
  }

  /** The words for a refusal; a step that knows more says more. */
  protected explained(problem: Problem): string {
    return problem.code === 'forbidden' ? this.words.signIn.notTeam : problemWords(problem)
  }

  protected answered(answer: SignInAnswer): void {
    this.dispatchEvent(new CustomEvent<SignInAnswer>('answered', { detail: answer }))
  }

  protected typed(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
  }
}

export const stepStyles = css`
  form {
    display: grid;
    gap: 16px;
  }
  .button {
    height: 36px;
  }
  .code {
    font-size: 20px;
    letter-spacing: 0.3em;
    font-variant-numeric: tabular-nums;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .acts button {
    min-height: 24px;
  }
  .or {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    margin-top: 16px;
    padding-top: 16px;
    border-top: 1px solid var(--line);
  }
  .or .button {
    height: auto;
    min-height: 36px;
    padding-block: 6px;
    white-space: normal;
    text-align: center;
    overflow-wrap: anywhere;
  }
  .wrong {
    margin-bottom: 12px;
  }
`
