import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { frontEnds } from '../../server/pages/front_ends.ts'
import { openStage, type Stage } from '../support/browser.ts'

// A host may pin the version of the script that it has looked at.

const stage: Stage = await openStage()

interface Manifest {
  version: string
  entry: string
  integrity: string
}
const manifest = async () => (await (await fetch(`${stage.url}widget/manifest.json`)).json()) as Manifest

const pinned = ({ entry }: Manifest, integrity: string) =>
  `<script type="module" crossorigin src="${stage.url}${entry}" integrity="${integrity}"></script>`

test('sec-B07: a pinned version runs with its integrity hash, and never changes', async () => {
  const site = await stage.site()
  const current = await manifest()
  expect(current.entry).toBe(`widget/${current.version}/widget.js`)
  const entry = await fetch(`${stage.url}${current.entry}`, { headers: { origin: 'https://host.example' } })
  expect(entry.status).toBe(200)
  expect(entry.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(entry.headers.get('access-control-allow-origin')).toBe('*')
  expect(await (await fetch(`${stage.url}widget.js`)).text()).toContain(current.entry)

  const screen = await stage.widget(site, { head: pinned(current, current.integrity) })
  expect(await screen.page.locator('parvis-board section').count()).toBeGreaterThan(0)
})

test('sec-B07: a script that is not the one its host has looked at does not run', async () => {
  const site = await stage.site()
  const current = await manifest()
  const wrong = `sha384-${'A'.repeat(64)}`
  const screen = await stage.screen()
  screen.expect(/integrity/)
  await screen.page.goto(stage.embed(site, { head: pinned(current, wrong) }))
  await screen.idle()
  expect(await screen.page.evaluate(() => customElements.get('parvis-board') === undefined)).toBe(true)
})

test('sec-B07: versions before the current one are still served', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-dist-'))
  for (const version of ['before', 'current']) {
    await mkdir(join(folder, 'widget', 'files', version), { recursive: true })
    await writeFile(join(folder, 'widget', 'files', version, 'widget.js'), `// ${version}`)
  }
  const app = frontEnds(folder)
  const text = async (path: string) => (await app.request(path)).text()
  expect(await text('/widget/before/widget.js')).toBe('// before')
  expect(await text('/widget/current/widget.js')).toBe('// current')
  await rm(folder, { recursive: true })
})
