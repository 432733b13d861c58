import type { Page } from 'playwright-core'

/**
 * What of the widget does not fit where it stands: text that something cuts off without a sign of it, that runs out
 * of its button or box, or that lies upon another text. What scrolls, or ends in an ellipsis, fits.
 */
export const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = (root: Document | ShadowRoot | Element): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const above = (one: Element): Element | null =>
      one.assignedSlot ?? one.parentElement ?? ((one.getRootNode() as ShadowRoot).host as Element) ?? null
    const out = (inner: DOMRect, outer: DOMRect): boolean =>
      inner.left < outer.left - 1 ||
      inner.right > outer.right + 1 ||
      inner.top < outer.top - 2 ||
      inner.bottom > outer.bottom + 2
    const said = (text: string | null) => `“${(text ?? '').replace(/\s+/g, ' ').trim().slice(0, 60)}”`
    const everything = within(document.querySelector('parvis-board')!.shadowRoot!)
    const dialog = everything.find((one) => one.matches('dialog[open]'))
    const shown = (dialog ? within(dialog) : everything).filter((one) =>
      one.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    )
    const texts: { of: Element; text: string; boxes: DOMRect[] }[] = []
    const wrong: string[] = []

    /** What is for screen readers alone stands in a box of a pixel. */
    const unseen = (one: Element | null): boolean =>
      !!one && (one.matches('.vh, option') || (one !== document.body && unseen(above(one))))
    for (const of of shown.filter((one) => !unseen(one) && !one.matches('style, svg *')))
      for (const node of of.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent!.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const boxes = [...range.getClientRects()].filter((box) => box.width > 1)
        texts.push({ of, text: said(node.textContent), boxes })
      }

    for (const one of texts) {
      const { of, text, boxes } = one
      for (let outer: Element | null = of; outer; outer = above(outer)) {
        const style = getComputedStyle(outer)
        const { overflowX, overflowY, backgroundColor, borderTopWidth, display } = style
        const scrolls = /auto|scroll/.test(overflowX + overflowY) && !/hidden/.test(overflowX)
        const ends = style.textOverflow === 'ellipsis' && /hidden|clip/.test(overflowX)
        if (scrolls || ends || style.webkitLineClamp !== 'none') {
          // Beyond its edge nothing is drawn.
          const edge = outer.getBoundingClientRect()
          one.boxes = boxes.filter((box) => !out(box, edge))
          break
        }
        const clips = /hidden|clip/.test(overflowX + overflowY)
        const drawn =
          outer.matches('button, a.btn') || parseFloat(borderTopWidth) > 0 || !/, 0\)$/.test(backgroundColor)
        const box = outer.getBoundingClientRect()
        if (display !== 'inline' && (clips || drawn) && boxes.some((line) => out(line, box)))
          wrong.push(`${clips ? 'cut' : 'out of its box'}: ${text} in ${outer.localName}.${outer.className}`)
      }
    }

    const meets = (a: DOMRect, b: DOMRect): boolean =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 5
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1))
        if (one.boxes.some((a) => other.boxes.some((b) => meets(a, b))))
          wrong.push(`upon each other: ${one.text} and ${other.text}`)
    })

    // What a field draws has no boxes to ask for.
    const canvas = document.createElement('canvas').getContext('2d')!
    for (const field of shown) {
      const isSelect = field instanceof HTMLSelectElement
      const text = isSelect
        ? field.selectedOptions[0]?.text
        : field instanceof HTMLInputElement && !field.value
          ? field.placeholder
          : ''
      if (!text) continue
      const style = getComputedStyle(field)
      const { paddingLeft, paddingRight, textOverflow } = style
      // The short form says nothing where figures are all of one width.
      canvas.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = canvas.measureText(text)
      if (fontBoundingBoxAscent + fontBoundingBoxDescent > field.clientHeight)
        wrong.push(`cut in its height: ${said(text)} in ${field.localName}`)
      const cross = field.matches('[type=search]') ? 20 : 0
      const room = field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - cross
      if (canvas.measureText(text).width > room + 1 && textOverflow !== 'ellipsis')
        wrong.push(`cut: ${said(text)} in ${field.localName}`)
    }
    return [...new Set(wrong)]
  })
