import type { Page } from 'playwright-core'

/** What can be pressed or filled in and stands beyond the sides of the window, where nothing scrolls it in. */
export const outOfReach = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = (root: Document | ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const above = (one: Element): Element | null =>
      one.assignedSlot ??
      one.parentElement ??
      ((one.getRootNode() as ShadowRoot).host as Element | undefined) ??
      null
    const scrolls = (one: Element): boolean => {
      for (let outer = above(one); outer; outer = above(outer)) {
        const { overflowX } = getComputedStyle(outer)
        if (/auto|scroll/.test(overflowX) && outer.scrollWidth > outer.clientWidth + 1) return true
      }
      return false
    }
    return within(document)
      .filter((one) => one.matches('a[href], button, input, select, textarea, summary'))
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => {
        const { left, right, width, height } = one.getBoundingClientRect()
        return width > 1 && height > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(one)
      })
      .map((one) => `${one.localName}: ${one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''}`)
  })
