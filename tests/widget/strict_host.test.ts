import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { eventually } from '../support/eventually.ts'
import { strictPolicy } from '../support/host_pages.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// Pages that forbid nearly everything. A violation, a word in the console or a dialog fails every browser
// test (tests/support/each_file.ts); here each screen is drawn under each policy.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

test('the premise: such a page does refuse what is inline', async () => {
  const screen = await stage.screen()
  screen.expect(/Policy violated: script-src-elem inline/, /inline script/)
  const body = '<script>document.title = "inline"</script><p>Hello</p>'
  await screen.page.goto(stage.embed(community.site, { body }))
  await screen.page.getByText('Hello').waitFor()
  expect(await screen.page.title()).not.toBe('inline')
  await eventually(() => screen.trouble.join()).toContain('Policy violated: script-src-elem inline')
})

test('the premise: a page that enforces Trusted Types does refuse a string as HTML', async () => {
  const screen = await stage.screen()
  screen.expect(/Policy violated: require-trusted-types-for/, /TrustedHTML/)
  const csp = strictPolicy(stage.url, ["require-trusted-types-for 'script'", 'trusted-types parvis'])
  const script = 'addEventListener("load", () => { document.body.innerHTML = "<p>Replaced</p>" })'
  await screen.page.goto(stage.embed(community.site, { csp, script }))
  await eventually(() => screen.trouble.join()).toContain('require-trusted-types-for')
})

const trustedTypes = ["require-trusted-types-for 'script'", 'trusted-types parvis']
const nonce = (policy: string) =>
  policy.replace(/script-src [^;]*/, "script-src 'nonce-abc' 'strict-dynamic'")

// That Parvis is named by its origin and nothing more is what every other test here does (host_pages.ts).
const policies = {
  'trusts a nonce and what that loads, and enforces Trusted Types with our one policy': () =>
    nonce(strictPolicy(stage.url, trustedTypes)),
  ...(process.env.PARVIS_FULL === '1' && {
    'enforces Trusted Types': () => strictPolicy(stage.url, trustedTypes),
    'trusts a nonce': () => nonce(strictPolicy(stage.url)),
  }),
}

test.each(Object.entries(policies))(
  'wid-C15: every screen is drawn on a page whose policy %s',
  async (_, csp) => {
    const words = await widgetWords('en')
    stage.clock.move(20)
    for (const as of [undefined, 'anna', 'ben'] as const) {
      const head = stage.script.replace('<script', '<script nonce="abc"')
      const screen = await stage.widget(community.site, { csp: csp(), head, as: as && { sub: as } })
      const address = screen.page.url()
      for (const view of views.filter((one) => one.as === as)) {
        await screen.page.goto(`${address}?${new URLSearchParams({ parvis: view.path(community) })}`)
        await screen.page.locator('parvis-board section').first().waitFor()
        await view.act?.(screen.page, words)
        await screen.settled()
        expect(screen.unexpected(), view.name).toEqual([])
      }
    }
  },
)
