import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Screen } from '../support/screen.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whoever signs out of the host, or signs in as somebody else there, leaves no session behind on the server.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

async function sessionOf({ page }: Screen): Promise<Person> {
  const kept = () =>
    page.evaluate(() => {
      const key = Object.keys(localStorage).find((one) => /:t\d/.test(one))
      return key ? (JSON.parse(localStorage[key]) as { token?: string; member?: { id: string } }) : {}
    })
  await eventually(async () => (await kept()).token ?? '').toContain('pvs_')
  const { token, member } = await kept()
  return { id: member!.id, name: '', headers: { authorization: `Bearer ${token}` } }
}

const give = ({ page }: Screen, token: string) =>
  page.locator('parvis-board').evaluate((board, token) => board.setAttribute('sso-token', token), token)
const statusOf = async (person: Person) => (await site.get('me', person)).status

test('another person of the host takes the place of the former, whose session ends on the server', async () => {
  const screen = await stage.widget(site, { as: { sub: 'anna', name: 'Anna' } })
  const anna = await sessionOf(screen)
  expect(await statusOf(anna)).toBe(200)
  await give(screen, site.token({ sub: 'ben', name: 'Ben' }))
  await eventually(async () => (await sessionOf(screen)).id === anna.id).toBe(false)
  await eventually(() => statusOf(anna)).toBe(401)
  expect(await statusOf(await sessionOf(screen))).toBe(200)
})

test('an empty token ends the session here, and on all devices where the tag says so', async () => {
  const phone = await site.member('Clara', { sub: 'clara' })
  const here = await stage.widget(site, { as: { sub: 'clara', name: 'Clara' } })
  const laptop = await sessionOf(here)
  await give(here, '')
  await eventually(() => statusOf(laptop)).toBe(401)
  expect(await statusOf(phone)).toBe(200)

  const everywhere = await stage.widget(site, {
    as: { sub: 'clara', name: 'Clara' },
    tag: { 'sign-out': 'everywhere' },
  })
  const again = await sessionOf(everywhere)
  await give(everywhere, '')
  await eventually(() => statusOf(again)).toBe(401)
  await eventually(() => statusOf(phone)).toBe(401)
})

test('sec-B08: after a sign-out nothing of them is on the page, in what the browser keeps, or a step back', async () => {
  const screen = await stage.widget(site, { as: { sub: 'dora', name: 'Dora Quist' }, path: '/me/settings' })
  const { page } = screen
  const told = () =>
    page.evaluate(() => {
      const inside = (root: ParentNode): string =>
        [...root.querySelectorAll('*')]
          .map(
            (one) => (one.cloneNode() as Element).outerHTML + (one.shadowRoot ? inside(one.shadowRoot) : ''),
          )
          .join() + root.textContent
      return inside(document) + JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    })
  await sessionOf(screen)
  await eventually(told).toMatch(/Dora Quist/)
  await page.evaluate(() => history.pushState(null, '', '#on'))
  await give(screen, '')
  await eventually(told).not.toMatch(/Dora Quist|pvs_/)
  await page.goBack()
  await screen.idle()
  expect(await told()).not.toMatch(/Dora Quist|pvs_/)
})
