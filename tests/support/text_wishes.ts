import type { JSHandle, Page } from 'playwright-core'

/** Makes all text of the widget twice as large, its lines with it, and nothing else, as a browser's text zoom does. */
export const doubleText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const within = (root: ShadowRoot): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const all = within(document.querySelector('parvis-board')!.shadowRoot!).map((one) => {
      const { fontSize, lineHeight } = getComputedStyle(one)
      return { one, size: Number.parseFloat(fontSize) * 2, line: Number.parseFloat(lineHeight) * 2 }
    })
    for (const { one, size, line } of all) {
      one.style.setProperty('font-size', `${size}px`, 'important')
      if (line) one.style.setProperty('line-height', `${line}px`, 'important')
    }
  })

/** Gives all text of the widget the spacing of WCAG 1.4.12, as a reader's own style does that knows of shadow roots. */
export const spaceText = (page: Page): Promise<JSHandle<CSSStyleSheet>> =>
  page.evaluateHandle(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
      * { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }
      p { margin-block-end: 2em !important }`)
    const dress = (root: ShadowRoot): void => {
      root.adoptedStyleSheets.push(sheet)
      for (const one of root.querySelectorAll('*')) if (one.shadowRoot) dress(one.shadowRoot)
    }
    dress(document.querySelector('parvis-board')!.shadowRoot!)
    return sheet
  })
