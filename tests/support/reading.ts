import type { Page } from 'playwright-core'

/**
 * What is read before something that one sees first: it stands later in the page, and above the other in the same
 * column, or before it on the same line. A column of its own may begin higher up. Within a text the language orders
 * the words, and so it is looked at as one.
 */
export const outOfOrder = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = (root: ShadowRoot | Element): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const board = document.querySelector('parvis-board')!.shadowRoot!
    const rtl = getComputedStyle(board.querySelector('.root')!).direction === 'rtl'
    const parts: { text: string; box: DOMRect }[] = []
    const dialog = within(board).find((one) => one.matches('dialog[open]'))
    for (const one of within(dialog ?? board)) {
      if (
        one.matches('style, option, .vh, .vh *, .ev *, .prose *, [dir=auto] *') ||
        !one.checkVisibility({ visibilityProperty: true })
      )
        continue
      const whole = one.matches('.ev, .prose, [dir=auto]')
      const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue!.trim())
      const field = one.matches('input, select, textarea')
      if (!words && !whole && !field) continue
      const box = one.getBoundingClientRect()
      const text = (one.getAttribute('aria-label') ?? one.textContent!)
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 40)
      if (box.width > 1 && box.height > 1) parts.push({ text: text || one.localName, box })
    }
    const wrong: string[] = []
    parts.forEach((first, at) => {
      for (const { text, box } of parts.slice(at + 1)) {
        const beside = rtl ? box.left >= first.box.right - 2 : box.right <= first.box.left + 2
        const sameColumn = box.left < first.box.right - 2 && box.right > first.box.left + 2
        const above = box.bottom <= first.box.top + 2
        const sameLine = box.top < first.box.bottom - 4 && box.bottom > first.box.top + 4
        if ((above && (sameColumn || beside)) || (sameLine && beside))
          wrong.push(`“${text}” before “${first.text}”`)
      }
    })
    return wrong
  })
