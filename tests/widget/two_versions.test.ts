import { afterAll, beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/core.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { strictPolicy } from '../support/host_pages.ts'
import { idea, ideaAndQuestion, ideaOpened, question, questionOpened } from '../support/idea_and_question.ts'
import { older, serveTwoVersions, type TwoVersions } from '../support/two_versions.ts'
import type { TestSite } from '../support/world.ts'

// A page that loads two versions of the script, such as one that pins a version below a header that does not.

let stage: Stage
let site: TestSite
let served: TwoVersions

beforeAll(async () => {
  stage = await openStage()
  served = await serveTwoVersions(stage)
  site = await ideaAndQuestion(stage)
})

afterAll(() => served.close())

/** A page that lists each tag for which it was given an element. */
const listTags = `window.tags = []
  const { define } = customElements
  customElements.define = (tag, ...rest) => {
    tags.push(tag)
    define.call(customElements, tag, ...rest)
  }`

const of = {
  newer: () => ({ script: served.newer, search: words.search }),
  older: () => ({
    script: served.older,
    search: { idea: older(words.search.idea), question: older(words.search.question) },
  }),
  'newer of another server': () => ({ script: `${stage.url}widget.js`, search: words.search }),
}

type Version = keyof typeof of

test.each<[Version, Version]>([
  ['newer', 'older'],
  ['older', 'newer'],
  ['newer of another server', 'older'],
  ['older', 'newer of another server'],
])(
  'wid-C02, wid-C15: of two versions, the %s before the %s, the first draws both tags, and the console says which was not used',
  async (first, second) => {
    const [before, after] = [of[first](), of[second]()]
    const policies = ["require-trusted-types-for 'script'", 'trusted-types parvis']
    const csp = strictPolicy(stage.url, policies).replaceAll(
      new URL(stage.url).origin,
      `$& ${new URL(served.older).origin}`,
    )
    const load = ({ script }: typeof before) => `<script type="module" src="${script}"></script>`
    const screen = await stage.screen()
    screen.expect(/was here first/)
    const { page } = screen
    await page.goto(
      stage.embed(site, {
        csp,
        head: load(before) + load(after),
        script: listTags,
        body: stage.tag(site) + stage.tag(site, { name: 'help', board: 'help' }),
      }),
    )
    const [ideas, help] = [page.locator('parvis-board').nth(0), page.locator('parvis-board').nth(1)]
    await ideas.getByRole('searchbox', { name: before.search.idea }).waitFor()
    await help.getByRole('searchbox', { name: before.search.question }).waitFor()
    await idea(ideas).click()
    await ideaOpened(ideas).waitFor()
    await question(help).click()
    await questionOpened(help).waitFor()

    await eventually(() => screen.trouble.length).toBe(1)
    const folder = (script: string) => `${new URL(script).origin}/widget/\\w+/widget.js`
    expect(screen.trouble[0]).toMatch(
      new RegExp(`\\[parvis\\] ${folder(before.script)} was here first; not used: ${folder(after.script)}`),
    )
    const tags = await page.evaluate(() => (window as unknown as { tags: string[] }).tags)
    expect(tags.filter((tag) => tag === 'parvis-board')).toHaveLength(1)
    expect(new Set(tags).size, 'each tag has one element').toBe(tags.length)
  },
)
