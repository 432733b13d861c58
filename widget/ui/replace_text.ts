/** Replaces a part of what is written, by the browser's own editing where it still can, so that undo undoes it. */
export const replaceText = (area: HTMLTextAreaElement, from: number, to: number, text: string): void => {
  area.setSelectionRange(from, to)
  let done = false
  try {
    // With nothing to insert, it would leave the caret a line above.
    done = document.execCommand(text ? 'insertText' : 'delete', false, text)
  } catch {
    // An older way for an older browser follows.
  }
  if (!done) replacePlainly(area, from, to, text)
}

const replacePlainly = (area: HTMLTextAreaElement, from: number, to: number, text: string): void => {
  area.setRangeText(text, from, to, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}

/** What has the focus, through all shadow roots. */
const focusedNow = (): HTMLElement | null => {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  return one as HTMLElement | null
}

/** Whether something is being typed elsewhere than in this field. */
export const typesElsewhere = (area: HTMLTextAreaElement): boolean => {
  const there = focusedNow()
  return there !== area && !!there?.matches('input, textarea, [contenteditable]')
}

/**
 * Replaces a part while the focus may be elsewhere: the browser edits only where it is, and so the field has it for that
 * moment. Where it cannot have it, as behind a preview, undo ends there.
 */
export const replaceAside = (area: HTMLTextAreaElement, from: number, to: number, text: string): void => {
  const before = focusedNow()
  if (before !== area) area.focus({ preventScroll: true })
  if (focusedNow() === area) replaceText(area, from, to, text)
  else replacePlainly(area, from, to, text)
  if (before === area) return
  if (before && before !== document.body) before.focus({ preventScroll: true })
  else area.blur()
}

/** Makes another text of the whole, by what is different between the two; the caret stays where it is. */
export const rewriteText = (area: HTMLTextAreaElement, text: string): void => {
  const { value, selectionStart, selectionEnd } = area
  const shorter = Math.min(value.length, text.length)
  let from = 0
  while (from < shorter && value[from] === text[from]) from++
  let tail = 0
  while (tail < shorter - from && value.at(-1 - tail) === text.at(-1 - tail)) tail++
  replaceAside(area, from, value.length - tail, text.slice(from, text.length - tail))
  const moved = (at: number) => (at <= from ? at : Math.max(from, at + text.length - value.length))
  area.setSelectionRange(moved(selectionStart), moved(selectionEnd))
}
