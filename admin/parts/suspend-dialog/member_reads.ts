import { html, nothing, type TemplateResult } from 'lit'
import type { Locale, Names } from '../../../server/words.ts'
import type { MeWords } from '../../../widget/translations/en/me.ts'
import { fullDate } from '../../../widget/ui/relative_time.ts'

// What the widget tells a suspended member, in its own words, so that what stands in the dialog is what is read.

const loaders: Record<Locale, () => Promise<{ default: MeWords }>> = {
  en: () => import('../../../widget/translations/en/me.ts'),
  fr: () => import('../../../widget/translations/fr/me.ts'),
  de: () => import('../../../widget/translations/de/me.ts'),
}

export const memberWords = async (locale: Locale): Promise<MeWords> => (await loaders[locale]()).default

interface Decision {
  rule: { number: number; name: string; names: Names } | undefined
  reason: string
  /** `open` where its day is still to be chosen. */
  until: string | null | 'open'
  locale: Locale
  /** Where nothing is typed yet. */
  placeholder: string
}

/** The two paragraphs on top of the member's own page. */
export function memberReads(words: MeWords, decision: Decision): TemplateResult {
  const { rule, reason, until, locale, placeholder } = decision
  const date = until === 'open' ? '…' : until && fullDate(until, locale === 'en' ? 'en-GB' : locale)
  const why = rule && words.suspendedWhy(words.rule(rule.number, rule.names[locale] ?? rule.name))
  return html`<p class="medium" lang=${locale}>${words.suspended(date)}</p>
    <p class="words" lang=${locale}>${why ? html`${why} ` : nothing}${
      reason
        ? html`<span dir="auto">${words.quote(reason)}</span>`
        : html`<span class="quiet">${placeholder}</span>`
    }</p>`
}
