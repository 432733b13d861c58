/**
 * Remembers where one was in a text, and gives back what returns there. A dialog that closes gives the focus back, and
 * Chromium puts the caret at the start of the text then.
 */
export const caretIn = (root: ShadowRoot): (() => void) => {
  let field = root.activeElement
  while (field?.shadowRoot?.activeElement) field = field.shadowRoot.activeElement
  if (!(field instanceof HTMLTextAreaElement)) return () => {}
  const { value, selectionStart, selectionEnd } = field
  return () => {
    if (field.value === value) field.setSelectionRange(selectionStart, selectionEnd)
  }
}
