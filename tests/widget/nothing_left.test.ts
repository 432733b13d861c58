import type { CDPSession } from 'playwright-core'
import { beforeAll, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened } from '../support/idea_and_question.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// What a page still holds of widgets that are gone from it: elements, nodes, listeners, timers, streams, memory.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

/** A page that counts the timers which have neither run nor been cleared. */
const countTimers = `window.timers = new Set()
  for (const kind of ['Timeout', 'Interval']) {
    const [set, clear] = [window['set' + kind], window['clear' + kind]]
    window['set' + kind] = (work, ...rest) => {
      const run = (...given) => {
        if (kind === 'Timeout') timers.delete(id)
        work(...given)
      }
      const id = set(run, ...rest)
      timers.add(id)
      return id
    }
    window['clear' + kind] = (id) => {
      timers.delete(id)
      clear(id)
    }
  }`

/** Views with listeners of their own: a list, a story with an editor, a form that keeps its draft, oneself. */
const places = ['/', '/t/1', '/new', '/me/settings']

/** Widgets are made anew, one at each place, and are taken out again: at once, and once they have arrived there. */
const comeAndGo = ({ page }: Screen, rounds: number) =>
  page.evaluate(
    async ([site, rounds, places]) => {
      const make = () =>
        places.map((view) => Object.assign(document.createElement('parvis-board'), { site, view }))
      for (let round = 0; round < rounds; round++) {
        for (const board of make()) {
          document.body.append(board)
          board.remove()
        }
        const boards = make()
        const arrived = boards.map(
          (board) => new Promise((done) => board.addEventListener('parvis-arrived', done)),
        )
        document.body.append(...boards)
        await Promise.all(arrived)
        for (const board of boards) board.remove()
      }
    },
    [site.slug, rounds, places] as const,
  )

/** The page's own widget leaves and is put back, every second time a moment later. */
const leaveAndReturn = ({ page }: Screen, times: number) =>
  page.evaluate(async (times) => {
    const board = document.querySelector('parvis-board')!
    const moment = () => new Promise((done) => setTimeout(done))
    for (let turn = 0; turn < times; turn++) {
      board.remove()
      if (turn % 2) await moment()
      document.body.append(board)
      if (turn % 2) await moment()
    }
  }, times)

/** Widgets that are in memory, in the page or not. */
async function boards(devtools: CDPSession): Promise<number> {
  const evaluate = async (expression: string) =>
    (await devtools.send('Runtime.evaluate', { expression, objectGroup: 'boards' })).result.objectId!
  const prototypeObjectId = await evaluate('customElements.get("parvis-board").prototype')
  const { objects } = await devtools.send('Runtime.queryObjects', {
    prototypeObjectId,
    objectGroup: 'boards',
  })
  const { result } = await devtools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length }',
  })
  await devtools.send('Runtime.releaseObjectGroup', { objectGroup: 'boards' })
  return result.value
}

/** Streams that the server has open. */
async function streams(): Promise<number> {
  const text = await (await fetch(`${stage.url}metrics`)).text()
  return Number(/^parvis_live_streams (\d+)$/m.exec(text)![1])
}

/** What is held once everything that nobody needs is thrown away. */
async function held({ page }: Screen, devtools: CDPSession) {
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage')
  const { nodes, documents, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const timers = await page.evaluate(() => (window as unknown as { timers: Set<number> }).timers.size)
  return {
    boards: await boards(devtools),
    streams: await streams(),
    documents,
    nodes,
    listeners: jsEventListeners,
    timers,
    kilobytes: Math.round(usedSize / 1024),
  }
}

test('wid-C05: of widgets that came and went a hundred times nothing is left but the one that is there', async () => {
  stage.clock.move(60)
  const screen = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, script: countTimers })
  const devtools = await screen.context.newCDPSession(screen.page)
  const comeGoAndReturn = async (rounds: number) => {
    await comeAndGo(screen, rounds)
    await leaveAndReturn(screen, rounds * places.length)
    await screen.idle()
  }
  await comeGoAndReturn(3)
  // The premise. A stream that was given up ends a moment later, also one of a page before.
  await eventually(streams).toBe(1)
  const before = await held(screen, devtools)
  await comeGoAndReturn(25)
  // A hundred that leave one thing each leave a hundred. A stream that was given up ends a moment later.
  const leftOver = async () => {
    const after = await held(screen, devtools)
    const room = { boards: 0, streams: 0, documents: 0, nodes: 10, listeners: 10, timers: 0, kilobytes: 2000 }
    const more = (name: keyof typeof room) => after[name] - before[name]
    const kept = Object.keys(room) as (keyof typeof room)[]
    return kept.filter((name) => more(name) > room[name]).map((name) => `${more(name)} ${name}`)
  }
  await eventually(leftOver).toEqual([])
  await idea(screen.page).click()
  await ideaOpened(screen.page).waitFor()
  await screen.page.locator('parvis-board').evaluate((board) => board.remove())
  await eventually(streams).toBe(0)
})
