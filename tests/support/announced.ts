import type { Page } from 'playwright-core'

/** Notes all that the status regions of the widget say from here on, whichever of its shadow roots they are in. */
export async function announced(page: Page): Promise<() => Promise<string[]>> {
  await page
    .locator('parvis-board')
    .first()
    .evaluate((board) => {
      const said: string[] = []
      Object.assign(window, { said })
      const heard = new WeakMap<Element, string>()
      const regions = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) => [
          ...(one.role === 'status' ? [one] : []),
          ...(one.shadowRoot ? regions(one.shadowRoot) : []),
        ])
      const listen = () => {
        for (const region of regions(board.shadowRoot!)) {
          // What a region holds when it comes is not read out, nor anything in one that is inert.
          const before = heard.get(region)
          const now = region.textContent
          heard.set(region, now)
          const modal = regions(board.shadowRoot!).some((one) => one.closest('dialog:modal'))
          if (before !== undefined && before !== now && now.trim() && (!modal || region.closest('dialog')))
            said.push(now.replace(/\s+/g, ' ').trim())
        }
        requestAnimationFrame(listen)
      }
      listen()
    })
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said)
}
