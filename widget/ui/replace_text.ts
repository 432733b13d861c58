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
  if (done) return
  area.setRangeText(text, from, to, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
