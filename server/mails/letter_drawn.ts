import { html } from 'hono/html'
import type { Locale } from '../words.ts'
import type { LetterWords } from './words.ts'

/** One thing that a letter tells. */
export interface Item {
  sentence: string
  /** The rule that a decision stands on; empty for all else. */
  rule: string
  quote: string
  /** What else there is to say of it. */
  notes: string[]
  link: string
}

/** All that a letter says. */
export interface Letter {
  locale: Locale
  words: LetterWords
  items: Item[]
  /** How many more there are, which are not told one by one. */
  rest: number
  /** Lines below it: why it came, and that answers to it are not read. */
  foot: string[]
  /** Where such mails are chosen. */
  settings: string
  /** Where the kinds that it is of are ended; nowhere for those that cannot be. */
  ending: string | undefined
}

/** A letter as plain text. */
export function asText({ words, items, rest, foot, settings, ending }: Letter): string {
  const parts = items.map(({ sentence, rule, quote, notes, link }) =>
    [sentence, rule, quote, ...notes, link].filter(Boolean).join('\n\n'),
  )
  if (rest > 0) parts.push(words.more(rest))
  const ways = [words.at(words.settings, settings), ...(ending ? [words.at(words.unsubscribe, ending)] : [])]
  return `${parts.join('\n\n\n')}\n\n-- \n${[...foot, ...ways].join('\n')}\n`
}

/** As HTML, with no colours and no ground of its own: a mail program in the dark turns both, or leaves both. */
export function asHtml({ locale, words, items, rest, foot, settings, ending }: Letter): string {
  return String(html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></head>
<body style="font-family:system-ui,sans-serif;font-size:15px;line-height:1.5;max-width:36em">
${items.map(
  ({
    sentence,
    rule,
    quote,
    notes,
    link,
  }) => html`<p style="margin:24px 0 8px"><strong>${sentence}</strong></p>
${rule ? html`<p style="margin:0 0 8px">${rule}</p>` : ''}
${quote ? html`<blockquote style="margin:0 0 8px;padding-left:12px;border-left:2px solid">${quote}</blockquote>` : ''}
${notes.map((line) => html`<p style="margin:0 0 8px">${line}</p>`)}
<p style="margin:0"><a href="${link}">${words.open}</a></p>`,
)}
${rest > 0 ? html`<p>${words.more(rest)}</p>` : ''}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid;font-size:13px">${foot.map((line) => html`${line}<br>`)}<a href="${settings}">${words.settings}</a>${ending ? html`<br><a href="${ending}">${words.unsubscribe}</a>` : ''}</p>
</body>
</html>
`)
}
