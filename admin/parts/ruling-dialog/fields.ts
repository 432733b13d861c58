import { html, nothing, type TemplateResult } from 'lit'
import { community } from '../../community.ts'
import { hrefOf } from '../../router.ts'
import { may } from '../../session.ts'
import { catalog, named } from '../../translations/index.ts'

// What every judgement asks for: the rule it stands on, and why.

interface RuleField {
  which: string
  /** Said where the site has no rule. */
  none: string
  chosen: number | null
  missing: boolean
  choose: (rule: number) => void
}

export function ruleField({ which, none, chosen, missing, choose }: RuleField): TemplateResult {
  const { ruling } = catalog.value.words
  const { rules } = community.value
  if (rules.length === 0) {
    const step = may('administer')
      ? html`<a class="link" href=${hrefOf('settings/rules')}>${ruling.noRulesStep}</a>`
      : nothing
    return html`<p>${none} ${step}</p>`
  }
  return html`<fieldset aria-describedby="rule-missing">
    <legend class="label">${which}</legend>
    <div class="choices">
      ${rules.map(
        (rule) => html`<label class="choice">
          <input type="radio" name="rule" .checked=${chosen === rule.number} @change=${() => choose(rule.number)} />
          <span class="number">${rule.number}</span><span>${named(rule)}</span>
        </label>`,
      )}
    </div>
    <p class="wrong" id="rule-missing" role="alert">${missing ? ruling.ruleMissing : ''}</p>
  </fieldset>`
}

interface ReasonField {
  label: string
  hint: string
  reason: string
  /** What is said where it is missing; empty where it is not. */
  wrong: string
  type: (reason: string) => void
}

export function reasonField({ label, hint, reason, wrong, type }: ReasonField): TemplateResult {
  const typed = (event: InputEvent) => type((event.target as HTMLTextAreaElement).value)
  return html`<div class="field">
    <label class="label" for="reason">${label}</label>
    <textarea class="input" id="reason" maxlength="2000" dir="auto" aria-describedby="reason-hint reason-missing"
      aria-invalid=${wrong ? 'true' : nothing} .value=${reason} @input=${typed}></textarea>
    <p class="hint" id="reason-hint">${hint}</p>
    <p class="wrong" id="reason-missing" role="alert">${wrong}</p>
  </div>`
}
