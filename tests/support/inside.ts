import type { Page } from 'playwright-core'

/** What is seen of the elements that fit a selector, through all shadow roots of the widget. */
export interface Seen {
  tag: string
  text: string
  /** As `aria-label` says, else the words in it, else its label's. */
  name: string
  width: number
  height: number
  attributes: Record<string, string>
  /** The tags it stands in, the nearest first. */
  above: string[]
}

export const inside = (page: Page, selector: string): Promise<Seen[]> =>
  page
    .locator('parvis-board')
    .first()
    .evaluate((board, selector) => {
      const all = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((one) =>
          one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
        )
      const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
      return all(board.shadowRoot!)
        .filter((one) => one.matches(selector) && one.checkVisibility())
        .map((one) => {
          const { width, height } = one.getBoundingClientRect()
          const above: string[] = []
          for (let node: Node | null = one; node; node = node.parentNode ?? (node as ShadowRoot).host)
            if (node !== one && node instanceof Element) above.push(node.localName)
          const labels = (one as HTMLInputElement).labels
          return {
            tag: one.localName,
            text: plain(one.textContent),
            name: plain(one.getAttribute('aria-label') ?? (one.textContent || labels?.[0]?.textContent)),
            width,
            height,
            attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
            above,
          }
        })
    }, selector)
