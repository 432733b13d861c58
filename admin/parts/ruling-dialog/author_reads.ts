import { html, nothing, type TemplateResult } from 'lit'
import type { Locale, Names } from '../../../server/words.ts'
import { ruling as en } from '../../translations/en/ruling.ts'

// What the author of a hidden post is written, in their language, which need not be that of who hides it.

export type ReadWords = typeof en.read

const loaders: Record<Locale, () => Promise<{ ruling: typeof en }>> = {
  en: async () => ({ ruling: en }),
  fr: () => import('../../translations/fr/ruling.ts'),
  de: () => import('../../translations/de/ruling.ts'),
}

export const readWords = async (locale: Locale): Promise<ReadWords> => (await loaders[locale]()).ruling.read

interface Decision {
  title: string
  rule: { number: number; name: string; names: Names } | undefined
  reason: string
  by: string
  locale: Locale
  /** Where nothing is typed yet. */
  placeholder: string
}

/** The mail, sentence by sentence. */
export function authorReads(words: ReadWords, decision: Decision): TemplateResult {
  const { title, rule, reason, by, locale, placeholder } = decision
  return html`<p class="medium" lang=${locale}>${words.removed(title)}</p>
    ${rule ? html`<p lang=${locale}>${words.rule(rule.number, rule.names[locale] ?? rule.name)}</p>` : nothing}
    <p class="words" dir="auto">${reason ? words.quote(reason) : html`<span class="quiet">${placeholder}</span>`}</p>
    <p lang=${locale}>${words.decided(by)}</p>
    <p lang=${locale}>${words.instead}</p>`
}
