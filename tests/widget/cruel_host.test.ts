import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import type { Screen } from '../support/screen.ts'
import { type View, views, widgetWords } from '../support/widget_views.ts'

// A host's style sheet may say anything of `*`, `div` or `button`: inside the tag everything stays as on a page
// that says nothing. Compared are the boxes and the computed styles of every element inside.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

const plain = 'body { margin: 0 }'

const cruelties = {
  'takes every style away': '* { all: unset } body { display: block }',
  'hides what has no better rule':
    'body { margin: 0 } div, p, span, ul, ol, li, section, article { display: none }',
  'sets tiny, odd and heavy type':
    'body { margin: 0 } * { font-size: 7px; line-height: 0.8; letter-spacing: 5px; text-transform: uppercase; text-align: right; white-space: nowrap; word-spacing: 9px; font-style: italic; font-weight: 900; text-indent: 30px }',
  'restyles every control':
    'body { margin: 0 } button, a, input, textarea, select, label, h2, h3, svg, path, img { all: unset; padding: 30px !important; border: 9px solid red !important; background: lime !important; width: 10px !important; fill: red !important; stroke: red !important; float: right !important }',
  'boxes everything otherwise':
    'body { margin: 0 } * { box-sizing: content-box !important; border-collapse: collapse; direction: inherit; columns: auto; visibility: inherit } *::before, *::after { content: "!" !important }',
}

/** Boxes, relative to the widget's corner, and styles of all elements inside, in the order of the document. */
const look = (page: Page) =>
  page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    const origin = board.shadowRoot!.querySelector('.root')!.getBoundingClientRect()
    const kept = [
      'display',
      'visibility',
      'color',
      'background-color',
      'font-size',
      'font-weight',
      'font-style',
      'font-family',
    ]
    kept.push(
      'line-height',
      'letter-spacing',
      'text-transform',
      'text-align',
      'text-indent',
      'white-space',
      'border',
      'padding',
      'margin',
    )
    kept.push('fill', 'stroke', 'float', 'opacity', 'position', 'cursor', 'list-style-type', 'box-sizing')
    const lines: string[] = []
    const walk = (root: ShadowRoot) => {
      for (const element of root.querySelectorAll('*')) {
        if (
          element instanceof HTMLStyleElement ||
          (element instanceof SVGElement && !(element instanceof SVGSVGElement))
        )
          continue
        const { left, top, width, height } = element.getBoundingClientRect()
        const style = getComputedStyle(element)
        const box = [left - origin.left, top - origin.top, width, height].map((one) => Math.round(one)).join()
        const shown = element.closest('dialog') ? [width, height].map((one) => Math.round(one)).join() : box
        const words = kept.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
        lines.push(
          `${element.tagName}.${element.getAttribute('class') ?? ''} [${width ? shown : ''}] ${words}`,
        )
        if (element.shadowRoot) walk(element.shadowRoot)
      }
    }
    walk(board.shadowRoot!)
    return lines
  })

async function shown(view: View, css: string): Promise<Screen> {
  const screen = await stage.widget(community.site, {
    css,
    as: view.as && { sub: view.as },
    path: view.path(community),
    body: (tag) => tag,
  })
  await view.act?.(screen.page, await widgetWords('en'))
  await screen.settled()
  await screen.idle()
  return screen
}

const named = (name: string) => views.find((view) => view.name === name)!

const compared = [
  'the board',
  'a thread',
  'a new idea, with what is alike, and what is missing',
  'the roadmap',
  'one’s notifications',
  'a decision about one’s post',
  'the report of a post',
  'the sign-in',
]

test.each(compared)(
  'wid-C17, wid-C11: %s looks the same whatever the host’s style sheet says',
  async (name) => {
    stage.clock.move(20)
    const { page } = await shown(named(name), plain)
    const expected = await look(page)
    expect(expected.length).toBeGreaterThan(40)
    for (const [does, css] of Object.entries(cruelties)) {
      await page.evaluate(async (text) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(text)
        document.adoptedStyleSheets = [sheet]
        await new Promise(requestAnimationFrame)
      }, css)
      const found = await look(page)
      const differs = found.flatMap((line, index) =>
        line === expected[index] ? [] : [`${expected[index]}\n${line}`],
      )
      expect(differs.slice(0, 3), `a host that ${does}`).toEqual([])
      expect(found.length).toBe(expected.length)
    }
  },
)

test('a board that was drawn on a cruel page from the start looks as on a plain one', async () => {
  const expected = await look((await shown(named('the board'), plain)).page)
  const { page } = await shown(named('the board'), Object.values(cruelties).join('\n'))
  expect(await look(page)).toEqual(expected)
})

test('the premise: the cruel page is cruel to everything outside the tag', async () => {
  const { page } = await stage.widget(community.site, {
    css: cruelties['takes every style away'],
    body: (tag) => `<h1>A company</h1>${tag}`,
  })
  const style = await page
    .locator('h1')
    .first()
    .evaluate((node) => {
      const { display, fontWeight } = getComputedStyle(node)
      return [display, fontWeight]
    })
  expect(style).toEqual(['inline', '400'])
})
