import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened } from '../support/idea_and_question.ts'
import type { TestSite } from '../support/world.ts'

// Shadow roots around the tag, and no network.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

test.each(['open', 'closed'] as const)(
  'wid-C16: within %s shadow roots, one in another, one goes to a thread and back, and the focus follows',
  async (mode) => {
    const script = `const box = class extends HTMLElement {
      connectedCallback() {
        if (this.done) return
        this.done = true
        const root = this.attachShadow({ mode: '${mode}' })
        if (this.localName === 'outer-box') return root.append(document.createElement('inner-box'))
        window.board = document.createElement('parvis-board')
        board.setAttribute('site', '${site.slug}')
        root.append(board)
      }
    }
    customElements.define('inner-box', class extends box {})
    customElements.define('outer-box', class extends box {})`
    const screen = await stage.screen()
    const { page } = screen
    await page.goto(stage.embed(site, { body: '<outer-box></outer-box>', script }))
    // What is in a closed root no locator finds, and so the page itself is asked.
    type Asked = 'there' | 'focus' | 'click'
    const asked = (what: Asked, words: string) =>
      page.evaluate(
        ([what, words]) => {
          const all = (root: ShadowRoot | null): Element[] =>
            [...(root?.querySelectorAll('*') ?? [])].flatMap((one) => [one, ...all(one.shadowRoot)])
          const { board } = window as unknown as { board: HTMLElement }
          const one = all(board.shadowRoot)
            .filter((node) => /^(A|H2)$/.test(node.tagName))
            .findLast((node) => node.textContent?.trim() === words && node.checkVisibility())
          if (what === 'click') (one as HTMLElement).click()
          const active = (one?.getRootNode() as ShadowRoot | undefined)?.activeElement
          return one ? (what === 'focus' ? active === one : true) && one.tagName : ''
        },
        [what, words] as const,
      )
    const title = 'Rounds that end at the depot'
    await eventually(() => asked('there', title)).toBe('A')
    await screen.idle()
    await asked('click', title)
    await eventually(() => asked('focus', title)).toBe('H2')
    expect(new URL(page.url()).search).toContain('/t/1')
    await page.goBack()
    await eventually(() => asked('there', title)).toBe('A')
  },
)

test('wid-C23: slow, it shows that it is coming; without a network it says so, and goes on from where one was', async () => {
  const screen = await stage.screen()
  screen.expect(/ERR_INTERNET_DISCONNECTED/, /\[parvis\]/)
  const { page, context } = screen
  let answer = () => {}
  const asked = new Promise<void>((done) => {
    answer = done
  })
  await page.route(/\/opening/, async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(stage.embed(site, { as: { sub: 'ben', name: 'Ben' } }))
  const waiting = page.locator('parvis-board [aria-busy="true"]').first()
  await waiting.waitFor()
  const { height } = (await page.locator('parvis-board').boundingBox())!
  expect(height, 'room is kept').toBeGreaterThan(300)
  answer()
  await idea(page).waitFor()
  await waiting.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await screen.idle()

  await context.setOffline(true)
  await idea(page).click()
  const failed = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) })
  await failed.waitFor()
  await context.setOffline(false)
  await ideaOpened(page).waitFor()
})
