import type { Locator, Page } from 'playwright-core'
import type { Stage } from './browser.ts'
import type { TestSite } from './world.ts'

// A site with one idea and one question, for tests of the page around the widget, and both as a reader finds them.

const title = 'Rounds that end at the depot'
const asked = 'How do I split a round?'

/** Thread 1 is Anna's idea on the first board, thread 2 her question on `help`. */
export async function ideaAndQuestion(stage: Stage): Promise<TestSite> {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { title })
  await site.idea(anna, { board: 'help', kind: 'question', title: asked })
  return site
}

type Within = Page | Locator
const link = (name: string) => (within: Within) => within.getByRole('link', { name })
const heading = (name: string) => (within: Within) =>
  within.getByRole('heading', { name, level: 2, exact: true })

/** In the list, and opened. */
export const idea = link(title)
export const ideaOpened = heading(title)
export const question = link(asked)
export const questionOpened = heading(asked)
