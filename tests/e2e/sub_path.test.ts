import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { Stage } from '../support/browser.ts'
import { strictPolicy } from '../support/host_pages.ts'
import { RealProvider } from '../support/openid_provider.ts'
import { fromTheProvider, through } from '../support/openid_visitor.ts'
import { TeamMember } from '../support/team_member.ts'

// Parvis below a path of somebody else's domain, behind a proxy that keeps the path and behind one that strips it.

let stage: Stage
let door: Awaited<ReturnType<typeof openDoor>>

beforeAll(async () => {
  door = await openDoor()
  stage = await Stage.open({ PUBLIC_URL: `http://localhost:${door.port}/community/` })
  door.to = stage.world.config.port
})

afterEach(async () => {
  expect(await stage.strike()).toEqual([])
})

afterAll(async () => {
  door.close()
  await stage.close()
})

/** A proxy that hands every request below `/community/` on to a port; all else is somebody else's. */
async function openDoor() {
  const door = { port: 0, to: 0, handsOn: (path: string) => path, foreign: [] as string[], close: () => {} }
  const server = createServer((incoming, outgoing) => {
    const { url = '/', method, headers } = incoming
    if (!url.startsWith('/community/')) {
      door.foreign.push(url)
      return void outgoing.writeHead(404).end('Not Parvis’s.')
    }
    const onward = request({ port: door.to, path: door.handsOn(url), method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    incoming.pipe(onward)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  door.port = (server.address() as { port: number }).port
  door.close = () => {
    server.close()
    server.closeAllConnections()
  }
  return door
}

const kinds = {
  'keeps the path': (path: string) => path,
  'strips the path': (path: string) => path.slice('/community'.length),
}

test.each(Object.entries(kinds))(
  'widget and admin work below a path, behind a proxy that %s',
  async (_, handsOn) => {
    door.handsOn = handsOn
    door.foreign.length = 0
    const site = await stage.site()
    const number = await site.idea(await site.member('Anna', { sub: 'anna' }), {
      title: 'Rounds that end at the depot',
    })

    const { page } = await stage.widget(site, { csp: strictPolicy(stage.url), as: { sub: 'anna' } })
    await page.getByRole('link', { name: 'Rounds that end at the depot' }).click()
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Every Friday.')
    await page.getByRole('button', { name: 'Reply', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: 'Every Friday.' }).waitFor()
    const mira = new TeamMember(await stage.screen(), `${stage.url}admin/${site.slug}/`)
    mira.screen.expect(/staff-sessions\/current/)
    const { token } = await site.staffLink('owner', 'Mira')
    await mira.followLink(`${stage.url}admin/${site.slug}/sign-in#link=${token}`)
    await mira.openThread('Rounds that end at the depot')
    expect(mira.page.url()).toBe(`${stage.url}admin/${site.slug}/feedback/${number}`)
    await mira.page.getByRole('article').filter({ hasText: 'Every Friday.' }).waitFor()
    await mira.page.reload()
    await mira.page.getByRole('article').filter({ hasText: 'Every Friday.' }).waitFor()
    expect(await mira.tagToPaste()).toContain(`src="${stage.url}widget.js"`)
    await mira.page.getByRole('link', { name: 'Roadmap' }).first().click()
    expect(mira.page.url()).toBe(`${stage.url}admin/${site.slug}/roadmap`)

    // Nothing was ever asked for outside of the path.
    expect(door.foreign.filter((path) => path !== '/favicon.ico')).toEqual([])
  },
)

test.each(Object.entries(kinds))(
  'the public pages stay below a path, behind a proxy that %s',
  async (_, handsOn) => {
    door.handsOn = handsOn
    door.foreign.length = 0
    const site = await stage.site()
    const title = 'Rounds that end at the depot'
    const number = await site.idea(await site.member('Anna', { sub: 'anna' }), { title })
    const thread = `${stage.url}s/${site.slug}/t/${number}-rounds-that-end-at-the-depot`
    const { page } = await stage.screen()
    await page.goto(`${stage.url}s/${site.slug}/t/${number}`)
    expect(page.url()).toBe(thread)
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(thread)
    await page.locator('main > parvis-board:not(.coming)').waitFor()
    await page.locator('parvis-board').getByRole('link', { name: 'Ideas' }).first().click()
    await page.locator('parvis-board').getByRole('link', { name: title }).click()
    await page.waitForURL(thread)
    const feed = await page.request.get(`${stage.url}s/${site.slug}/feed.atom`)
    expect(await feed.text()).toContain(`href="${thread}"`)
    expect(door.foreign.filter((path) => path !== '/favicon.ico')).toEqual([])
  },
)

test('the team signs in by a provider below a path, and comes back below it', async () => {
  door.handsOn = kinds['strips the path']
  door.foreign.length = 0
  const provider = await RealProvider.open()
  const site = await stage.site()
  const { redirectUri } = await provider.setUp(site, await site.staff('owner'))
  expect(redirectUri.startsWith(`${stage.url}api/v1/`)).toBe(true)
  const { email } = await site.staffLink('moderator', 'Sanne')
  provider.accounts.set('below', { email, email_verified: true })
  const screen = await stage.screen()
  screen.expect(/401/, ...fromTheProvider)
  const { page } = screen
  await page.goto(`${stage.url}admin/${site.slug}/settings/team`)
  await page.getByRole('button', { name: 'Continue with Acme ID' }).click()
  await through(page, 'below')
  await page.getByRole('heading', { name: 'Team', level: 2 }).waitFor()
  expect(page.url()).toBe(`${stage.url}admin/${site.slug}/settings/team`)
  expect(door.foreign).toEqual([])
  await provider.close()
})
