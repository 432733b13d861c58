import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// Who wishes for less motion has none: nothing fades, slides or scrolls by itself. Figures that run, live.test.ts has.

const stage: Stage = await openStage()
const community = await stage.furnished()
const words = await widgetWords('en')

/** What of the widget is set to move: by an animation, from one style to the next, or as it scrolls. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const within = (root: ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const board = document.querySelector('parvis-board')!
    const found = [board, ...within(board.shadowRoot!)].flatMap((one) =>
      ['', '::before', '::after', '::backdrop', '::placeholder'].flatMap((part) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one, part)
        const moves = [
          animationName === 'none' ? '' : animationName,
          /[1-9]/.test(transitionDuration) ? 'transition' : '',
          scrollBehavior === 'smooth' ? 'scroll' : '',
        ].filter(Boolean)
        return moves.map((move) => `${one.localName}.${one.className}${part}: ${move}`)
      }),
    )
    return [...new Set(found)]
  })

/** Takes down each scroll that does not say that it is done at once, and whatever else is set in motion by script. */
const watch = () => {
  const moved: string[] = []
  Object.assign(window, { moved })
  for (const name of ['scrollIntoView', 'scrollTo', 'scrollBy', 'scroll', 'animate'] as const)
    for (const owner of [Element.prototype, window]) {
      const was = (owner as unknown as Record<string, unknown>)[name] as
        | ((...given: unknown[]) => unknown)
        | undefined
      if (!was) continue
      Object.assign(owner, {
        [name](this: unknown, ...given: { behavior?: string }[]) {
          if (name === 'animate' || given.at(-1)?.behavior !== 'instant') moved.push(name)
          return was.apply(this, given)
        },
      })
    }
}

const looked = [
  'the board of a member',
  'a thread',
  'people to mention in a reply',
  'a new idea, with what is alike, and what is missing',
  'the roadmap',
  'one’s notifications',
  'one’s settings',
  'the question before one is erased',
  'what a search finds',
]

test('wid-B14: who wants less motion sees nothing move on any screen, also where the page scrolls smoothly', async () => {
  const walk = async (reducedMotion: 'reduce' | 'no-preference') => {
    const screen = await stage.screen({ reducedMotion })
    const { page } = screen
    await screen.context.addInitScript(watch)
    const moves: string[] = []
    for (const name of looked) {
      const view = views.find((one) => one.name === name)!
      stage.clock.move(20)
      const embedding = {
        as: view.as && { sub: view.as },
        css: 'html { scroll-behavior: smooth }',
        body: (tag: string) => `<div>${'<p>A line</p>'.repeat(20)}</div>${tag}`,
      }
      const query = new URLSearchParams({ parvis: view.path(community) })
      await page.goto(`${stage.embed(community.site, embedding)}?${query}`)
      await page.locator('parvis-board section').first().waitFor()
      await screen.settled()
      await view.act?.(page, words)
      await screen.settled()
      const scrolled = await page.evaluate(() => (window as unknown as { moved: string[] }).moved)
      moves.push(...[...(await moving(page)), ...scrolled].map((move) => `${name}: ${move}`))
    }
    return moves
  }
  expect(await walk('reduce')).toEqual([])
  // The premise: for others there is motion, and it is seen from here.
  const moves = (await walk('no-preference')).join('\n')
  for (const one of [': rise', 'btn pri: transition', 'vote : transition', 'ol.: transition'])
    expect(moves).toContain(one)
})
