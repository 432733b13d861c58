import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { ideaAndQuestion } from '../support/idea_and_question.ts'
import { endSession } from '../support/kept_session.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// `parvis-signed-in` and `parvis-signed-out`: a host may sign its own customer out on the one, or load its page again.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

const listen = `window.told = []
  for (const name of ['parvis-signed-in', 'parvis-signed-out', 'parvis-vote'])
    addEventListener(name, ({ detail }) => told.push(name.slice(7) + (detail?.name ? ' ' + detail.name : '')))
  const giveProvider = (fetchToken) => addEventListener('DOMContentLoaded', () => {
    document.querySelector('parvis-board').tokenProvider = fetchToken
  });`

const toldOn = ({ page }: Screen) => page.evaluate(() => (window as unknown as { told: string[] }).told)
const give = ({ page }: Screen, ssoToken: string) =>
  page.locator('parvis-board').evaluate((board, ssoToken) => Object.assign(board, { ssoToken }), ssoToken)
const vote = ({ page }: Screen) => page.getByRole('button', { name: /Vote for “Rounds that end/ })

test('a token that is refused signs nobody out where nobody was in; one that holds is told, once', async () => {
  const screen = await stage.widget(site, {
    script: listen,
    tag: { 'sso-token': site.token({ sub: 'ben', iat: 1000, exp: 1300 }) },
  })
  screen.expect(/401/, /sso-token: The token has expired/)
  await screen.idle()
  await give(screen, 'no token at all')
  screen.expect(/not a signed JSON Web Token/)
  await eventually(() => screen.asked().filter((one) => one === 'POST sessions/sso').length).toBe(2)
  await screen.idle()
  expect(await toldOn(screen)).toEqual([])
  await give(screen, site.token({ sub: 'ben', name: 'Ben' }))
  await eventually(() => toldOn(screen)).toEqual(['signed-in Ben'])
  await give(screen, '')
  await eventually(() => toldOn(screen)).toEqual(['signed-in Ben', 'signed-out'])
})

test('a session that the host renews is renewed without a word, also after the page was loaded again', async () => {
  stage.host.file('/token-of-clara', 'text/plain', () => site.token({ sub: 'clara', name: 'Clara' }))
  const script = `${listen} giveProvider(async () => (await fetch('/token-of-clara')).text())`
  const screen = await stage.widget(site, { script })
  screen.expect(/401/)
  await eventually(() => toldOn(screen)).toEqual(['signed-in Clara'])
  await endSession(site, screen.page)
  await vote(screen).click()
  await eventually(() => toldOn(screen)).toEqual(['signed-in Clara', 'vote'])

  await screen.page.reload()
  await screen.page.getByRole('link', { name: 'My account, Clara' }).waitFor()
  await screen.idle()
  await endSession(site, screen.page)
  await vote(screen).click()
  await eventually(() => toldOn(screen)).toEqual(['vote'])
})

test('a session that ends for good is told, and so is the same person when they are back', async () => {
  const screen = await stage.widget(site, {
    script: `${listen} addEventListener('parvis-sign-in', (event) => event.preventDefault())`,
    as: { sub: 'dora', name: 'Dora' },
  })
  screen.expect(/401/)
  await eventually(() => toldOn(screen)).toEqual(['signed-in Dora'])
  await endSession(site, screen.page)
  await vote(screen).click()
  await eventually(() => toldOn(screen)).toEqual(['signed-in Dora', 'signed-out'])
  stage.clock.move(2)
  await give(screen, site.token({ sub: 'dora', name: 'Dora' }))
  await eventually(async () => (await toldOn(screen)).slice(2)).toContain('signed-in Dora')
})
