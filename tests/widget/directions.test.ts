import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { overflow } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { pathOf } from '../support/pages.ts'
import type { Person, TestSite } from '../support/world.ts'

// A post in a language that is written from right to left, on a page that is not: each of its lists, quotes and tables
// stands on the side of its first words.

const body = `مرحبا، نحتاج إلى **دراجة** أوسع.

- الأول (واحد)!
- English within it.

> كتب بن هذا في الشتاء.

| المدينة | العدد |
| --- | ---: |
| القاهرة | 26 |

\`\`\`js
const wide = 98 // cm
\`\`\`

- an item in English
- ثم عنصر بالعربية!
`

let stage: Stage
let site: TestSite
let owner: Person
let number: number

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner')
  number = await site.idea(await site.member('Anna'), { title: 'دراجة أوسع', body })
})

const widget = async (width: number) =>
  (await stage.widget(site, { path: `/t/${number}` }, { viewport: { width, height: 900 } })).page
const admin = async (width: number) => {
  const opened = await stage.admin(site, owner, {
    path: `feedback/${number}`,
    viewport: { width, height: 900 },
  })
  return opened.page
}
const publicPage = async (width: number) => {
  const { page } = await stage.screen({ javaScriptEnabled: false, viewport: { width, height: 900 } })
  await page.goto(`${stage.url}s/${site.slug}${await pathOf(site, number)}`)
  return page
}

/** On which side of a post things stand: bullets and bars are where a box has room for them, words where they begin. */
const sides = (page: Page) =>
  page
    .locator('.prose')
    .first()
    .evaluate((prose) => {
      const one = (query: string, index = 0) => prose.querySelectorAll(query)[index]!
      const side = (left: number, right: number) => (left > right ? 'left' : left < right ? 'right' : 'both')
      const style = (query: string, index = 0) => getComputedStyle(one(query, index))
      const px = (value: string) => Number.parseFloat(value)
      /** Where the words of an element begin, within the box that holds them. */
      const words = (element: Element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
        return side(box.right - text.right, text.left - box.left)
      }
      const bullets = (index: number) =>
        side(px(style('ul', index).paddingLeft), px(style('ul', index).paddingRight))
      const cell = (index: number) => one('th', index).getBoundingClientRect().left
      const quote = style('blockquote')
      return {
        bullets: [bullets(0), bullets(1)],
        bar: side(px(quote.borderLeftWidth), px(quote.borderRightWidth)),
        firstColumn: side(cell(1), cell(0)),
        items: [...prose.querySelectorAll('li')].map(words),
        code: style('pre').direction,
      }
    })

const expected = {
  bullets: ['right', 'left'],
  bar: 'right',
  firstColumn: 'right',
  items: ['right', 'left', 'left', 'right'],
  code: 'ltr',
}

test.each([
  ['the widget', widget],
  ['the public page', publicPage],
  ['the admin', admin],
] as const)(
  'wid-C19: lists, quotes and tables stand on the side of their first words, in %s',
  async (_where, open) => {
    for (const width of [1280, 320]) {
      const page = await open(width)
      await page.locator('.prose li').first().waitFor()
      expect(await sides(page), `${width} px`).toEqual(expected)
      expect(await overflow(page), `${width} px`).toBeLessThanOrEqual(0)
    }
  },
)
