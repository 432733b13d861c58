import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { strictPolicy } from '../support/host_pages.ts'
import type { OwnServer } from '../support/own_server.ts'
import { slowness } from '../support/slowness.ts'
import { twoProcesses } from '../support/two_processes.ts'
import type { TestSite } from '../support/world.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database serves one process.

let stage: Stage
let site: TestSite
let servers: OwnServer[]

beforeAll(async () => {
  stage = await openStage()
  const both = await twoProcesses()
  site = await both.site({ origins: [stage.host.origin] })
  servers = both.servers
})

/** Somebody's browser on the host's page, whose widget talks to one of the processes, and listens to it. */
async function reader({ origin }: OwnServer, path: string, name: string) {
  const screen = await stage.screen({ reducedMotion: 'no-preference' })
  const { page } = screen
  const token = site.token({ sub: name, name })
  const address = stage.host.page({
    csp: strictPolicy(origin),
    head: `<script type="module" src="${origin}/widget.js"></script>`,
    body: `<parvis-board site="${site.slug}" sso-token="${token}"></parvis-board>`,
  })
  const listening = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/live'))
  await page.goto(`${address}?${new URLSearchParams({ parvis: path })}`)
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  expect((await listening).status()).toBe(200)
  await screen.idle()
  return page
}

test('two browsers that talk to two processes see each other’s vote and reply within a second', async () => {
  const anna = await site.member('Anna')
  const idea = await site.idea(anna, { title: 'Rounds that end at another depot' })
  // The first text wakes what renders it, in each process.
  for (const { origin } of servers)
    await fetch(`${origin}/api/v1/sites/${site.slug}/previews`, {
      method: 'POST',
      headers: { ...anna.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ markdown: 'Words' }),
    })
  const [one, two] = [
    await reader(servers[0]!, `/t/${idea}`, 'One'),
    await reader(servers[1]!, `/t/${idea}`, 'Two'),
  ]
  await one
    .getByRole('button', { name: /Vote for “Rounds/ })
    .first()
    .click()
  let begun = performance.now()
  await two
    .getByRole('button', { name: /Rounds.*2 votes/ })
    .first()
    .waitFor()
  expect(performance.now() - begun).toBeLessThan(1000 * slowness())

  await two.getByRole('textbox', { name: 'Your reply' }).fill('From the other process')
  await two.getByRole('button', { name: 'Reply', exact: true }).last().click()
  begun = performance.now()
  const pill = one.locator('.live').getByRole('button', { name: '1 new reply', exact: true })
  await pill.waitFor()
  expect(performance.now() - begun).toBeLessThan(1000 * slowness())
  await pill.click()
  await one.getByText('From the other process').waitFor()
})
