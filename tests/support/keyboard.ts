import type { Page } from 'playwright-core'

/** What has the focus, through all shadow roots: its role or tag, its name, and whether one sees that it has it. */
export function focused(page: Page): Promise<{ tag: string; name: string; seen: boolean }> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const control = active as HTMLInputElement | null
    const root = active?.getRootNode() as Document | ShadowRoot
    const labelled = active?.getAttribute('aria-labelledby')
    const name =
      active?.getAttribute('aria-label') ??
      (labelled ? root.getElementById(labelled)?.textContent : undefined) ??
      control?.labels?.[0]?.textContent ??
      active?.textContent ??
      ''
    // The ring is on the control itself, or on the box that is drawn around it.
    let seen = false
    for (let node = active, far = 0; node && far < 4; node = node.parentElement, far++) {
      const { boxShadow, outlineStyle, outlineWidth } = getComputedStyle(node)
      seen ||= boxShadow !== 'none' || (outlineStyle !== 'none' && outlineWidth !== '0px')
    }
    return {
      tag: (active?.tagName ?? '').toLowerCase(),
      name: name.replace(/\s+/g, ' ').trim(),
      seen,
    }
  })
}

/** Presses Tab until the focus is on what is so named; fails after a page full of stops, telling what they were. */
export async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = []
  for (let stop = 0; stop < 80; stop++) {
    await page.keyboard.press(key)
    const now = await focused(page)
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return
    met.push(`${now.tag} “${now.name.slice(0, 60)}”`)
  }
  throw new Error(`No stop of ${key} is named ${name}. There were:\n${[...new Set(met)].join('\n')}`)
}
