import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { eventually } from './eventually.ts'

const plain = (name: string) => name.replace(/\s+/g, ' ').trim()

/** What has the focus, through all shadow roots: its role or tag, its name, and whether one sees that it has it. */
export function focused(page: Page): Promise<{ tag: string; name: string; seen: boolean }> {
  return page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const control = active as HTMLInputElement | null
    const root = active?.getRootNode() as Document | ShadowRoot
    const labelled = active?.getAttribute('aria-labelledby')
    const said = (element: Element | null | undefined) => {
      const copy = element?.cloneNode(true) as Element | undefined
      for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove()
      return copy?.textContent
    }
    const name =
      active?.getAttribute('aria-label') ??
      (labelled ? said(root.getElementById(labelled)) : undefined) ??
      said(control?.labels?.[0]) ??
      said(active) ??
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
    if (typeof name === 'string' ? now.name === plain(name) : name.test(now.name)) return
    met.push(`${now.tag} “${now.name.slice(0, 60)}”`)
  }
  throw new Error(`No stop of ${key} is named ${name}. There were:\n${[...new Set(met)].join('\n')}`)
}

/** Somebody without a pointer. After whatever they do the focus is somewhere, and one sees where. */
export class Hands {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Goes on by Tab, or another key, to what is so named. */
  async to(name: string | RegExp, key = 'Tab'): Promise<void> {
    await tabTo(this.page, name, key)
    await this.#held()
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
    await this.#held()
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
    await this.#held()
  }

  /** Goes to what is so named and presses it. */
  async use(name: string | RegExp): Promise<void> {
    await this.to(name)
    await this.press('Enter')
  }

  /** Goes to the field of that name and types into it. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.to(name)
    await this.type(text)
  }

  /** Until what was done has brought the focus to what is so named. */
  async landsOn(name: string | RegExp): Promise<void> {
    const wanted =
      typeof name === 'string' ? expect.stringContaining(plain(name)) : expect.stringMatching(name)
    await eventually(() => focused(this.page)).toEqual({ tag: expect.any(String), name: wanted, seen: true })
  }

  async #held(): Promise<void> {
    const somewhere = expect.not.stringMatching(/^(?:body|html|)$/)
    await eventually(() => focused(this.page)).toMatchObject({ tag: somewhere, seen: true })
  }
}
