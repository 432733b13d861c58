import type { Page } from 'playwright-core'

/** The words of the tip that is shown, of all that are in the page; none where no tip is. */
export const tipShown = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
      )
    const tips = all(document).filter((one) => one.matches('[popover=manual]:popover-open'))
    if (tips.length > 1) throw new Error(`${tips.length} tips at once`)
    return tips[0]?.shadowRoot?.textContent ?? undefined
  })

/** Where the tip that is shown is, in px of the window. */
export const tipBox = (page: Page) => page.locator('[popover=manual]:popover-open').boundingBox()
