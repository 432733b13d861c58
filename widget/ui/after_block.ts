import { type Code, codeBegunBy, codeInto, endsCode } from './fences.ts'

/** Where a block goes that is put at a caret, and what is written before it: the end of code that was left open. */
export interface Place {
  at: number
  close: string
  /** Whether the caret is in a table or in code, whose words stay as they are. */
  held: boolean
}

/**
 * The end of the paragraph, list, table or code in which a caret stands, so that none is torn; the caret itself where
 * that is between two of them, or at the beginning of one.
 */
export const afterBlock = (text: string, caret: number): Place => {
  let code: Code | undefined
  let from = 0
  let apart = true
  let [here, held] = [false, false]
  for (const line of text.split('\n')) {
    const to = from + line.length
    const begun = codeBegunBy(line)
    code = codeInto(line, code)
    const blank = !code && !line.trim()
    if (here && (blank || (!code && begun))) return { at: from - 1, close: '', held }
    if (caret >= from && caret <= to) {
      if (blank || (caret === from && apart && !code)) return { at: caret, close: '', held: false }
      here = true
      held = !!code || !!begun || line.trimStart().startsWith('|')
    }
    apart = blank
    if (!code) code = begun
    else if (endsCode(line, code)) {
      if (here) return { at: to, close: '', held }
      code = undefined
      apart = true
    }
    from = to + 1
  }
  return { at: text.length, close: code && !code.quoted ? `\n${code.sign}` : '', held }
}
