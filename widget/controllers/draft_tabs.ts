import { idempotencyKey } from '../idempotency.ts'
import { imagesIn } from '../ui/image_text.ts'

// One draft, several tabs: what each has written in it beside the others, so that none is written over unseen.

/** A text as a tab has written it. */
export interface Written {
  text: string
  by?: string | undefined
}

/** A draft's text, with those that others wrote beside it. */
export interface Shared extends Written {
  beside?: Written[] | undefined
}

/** This page, among the tabs that write one draft. */
export const tab = idempotencyKey()

/** All that is written, this tab's own or the newest first, as where a visitor's draft meets a member's. */
export const whole = ({ text, beside = [] }: Shared): string =>
  [text, ...beside.map((one) => one.text)].map((one, index) => (index ? one.trim() : one)).join('\n\n')

/** What other tabs have written that is not in a text which this one has seen. */
export const unseen = (kept: Shared | undefined, seen: string): Written[] => {
  const { text = '', by, beside = [] } = kept ?? {}
  return [{ text, by }, ...beside].filter(
    (one) => one.by !== tab && one.text.trim() && !holds(seen, one.text),
  )
}

const holds = (seen: string, text: string): boolean => {
  const there = new Set(imagesIn(seen).map(({ id }) => id))
  return wordsOf(seen).includes(wordsOf(text)) && imagesIn(text).every(({ id }) => there.has(id))
}

const wordsOf = (text: string): string =>
  text
    .replace(/!\[[^\]\n]*\]\(image:[^)\s]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * What stays of a text once another tab has posted what it held: nothing, or what was typed below that. Undefined where
 * it held nothing of it.
 */
export const leftOf = (text: string, posted: string): string | undefined => {
  const [mine, theirs] = [text.trim(), posted.trim()]
  if (!mine || !theirs) return undefined
  if (`\n\n${theirs}\n\n`.includes(`\n\n${mine}\n\n`)) return ''
  return mine.startsWith(theirs) && /^\s/.test(mine.slice(theirs.length))
    ? mine.slice(theirs.length).trim()
    : undefined
}
