import { execFile } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Ajv } from 'ajv'
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { hostFiles } from '../../server/cli/manifest.ts'
import { root } from './sources.ts'

const files = await hostFiles()
const manifest = JSON.parse(files['docs/widget/custom-elements.json']!)
const board = manifest.modules[0].declarations[0]
const names = (list: { name: string }[]) => list.map((one) => one.name).sort()

const sources = globSync('widget/**/*.ts', { cwd: root })
  .filter((file) => !file.includes('translations'))
  .map((file) => readFileSync(join(root, file), 'utf8').replace(/^\s*(?:\/\*\*|\*|\/\/).*$/gm, ''))
  .join('\n')
const found = (pattern: RegExp) =>
  [...new Set([...sources.matchAll(pattern)].map(([, name]) => name!))].sort()

/** The words in the first column of the table below a heading of docs/widget.md. */
const page = readFileSync(join(root, 'docs/widget.md'), 'utf8')
const rows = (heading: string) => {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? ''
  return [...section.matchAll(/^\| `([^`]+)` \| (.*) \|$/gm)].map(([, name, rest]) => ({
    name: name!,
    rest: rest!,
  }))
}

describe('wid-C20: what a host may use', () => {
  it('is in the committed manifest and types; if not, run `npm run manifest`', async () => {
    for (const [file, text] of Object.entries(files))
      expect(await readFile(join(root, file), 'utf8'), file).toBe(text)
  })

  it('is named by a manifest of schema 2 that package.json leads to, with its tag', async () => {
    expect(manifest.schemaVersion).toMatch(/^2\./)
    expect(manifest.modules[0].exports[0]).toMatchObject({
      kind: 'custom-element-definition',
      name: 'parvis-board',
    })
    const about = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    expect(Object.keys(files)).toContain(about.customElements)
  })

  it('is written as the published schema of such manifests says', () => {
    const check = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema)
    check(manifest)
    expect(check.errors ?? []).toEqual([])
  })

  it('is what the sources read, fire and draw', () => {
    expect(names(board.events)).toEqual(
      found(/(?:CustomEvent|tell)\((?:host,\s*)?'(parvis-[\w-]+)'|'tell', 'parvis-thread-created'/g)
        .concat(found(/'tell', '(parvis-[\w-]+)'/g), found(/'(parvis-signed-\w+)'/g))
        .filter(Boolean)
        .filter((name, index, all) => all.indexOf(name) === index)
        .sort(),
    )
    expect(names(board.cssProperties)).toEqual(found(/(--parvis-[\w-]+)/g))
    expect(names(board.cssParts)).toEqual(found(/\bpart="([\w-]+)"/g))
    // What stands in the tag is seen until it has a shadow root, in which nothing takes it in.
    expect(sources).not.toContain('<slot')
    expect(names(board.slots)).toEqual([''])
    const read = found(/(?:host|this)\??\.(?:get|has)Attribute\('([\w-]+)'\)/g)
    const reflected = found(/^ {4}(\w+): text,$/gm)
    expect(names(board.attributes)).toEqual([...read, ...reflected, 'sso-token', 'dir'].sort())
    const kept = names(board.members.filter((one: { kind: string }) => one.kind === 'field'))
    expect(kept).toEqual([...reflected, 'ssoToken', 'tokenProvider', 'hrefOf'].sort())
  })

  it('has a row in docs/widget.md, and nothing else has', () => {
    const tables = {
      Attributes: board.attributes,
      Properties: board.members.filter((one: { kind: string }) => one.kind === 'field'),
      Methods: board.members.filter((one: { kind: string }) => one.kind === 'method'),
      Events: board.events,
      'Custom properties': board.cssProperties,
      Parts: board.cssParts,
    }
    for (const [heading, list] of Object.entries(tables))
      expect(names(rows(heading)), heading).toEqual(names(list))
    expect(page, 'the default slot').toContain('What is inside the tag is shown until the script runs.')
    for (const { name, type, description } of board.events) {
      const { rest } = rows('Events').find((one) => one.name === name)!
      const fields = [...(type.text as string).matchAll(/(\w+): /g)].map(([, field]) => field!)
      for (const field of fields) expect(rest, `the detail of ${name}`).toContain(field)
      expect(/^yes\b/.test(rest), `whether ${name} can be cancelled`).toBe(/^Cancelable/.test(description))
    }
  })

  it('wid-C21: is typed for a host’s TypeScript', { timeout: 180_000 }, async () => {
    const host = `import type {} from './parvis-board.d.ts'
const board = document.querySelector('parvis-board')!
board.view = '/t/12'
board.hrefOf = (path) => path
board.tokenProvider = async () => 'token'
board.addEventListener('parvis-vote', ({ detail }) => { const votes: number = detail.votes; void votes })
addEventListener('click', () => void board.open())
document.addEventListener('parvis-arrived', ({ detail }) => { document.title = detail.title })
addEventListener('parvis-signed-in', ({ detail }) => { const name: string = detail.name; void name })
// @ts-expect-error -- no such detail
board.addEventListener('parvis-navigate', ({ detail }) => detail.votes)
// @ts-expect-error -- not a number
board.site = 7
`
    expect(await whatTypeScriptSays({ 'host.ts': host })).toBe('')
  })

  it('wid-C16, wid-C21: is typed for React, Vue and Svelte by what docs/widget.md says', {
    timeout: 180_000,
  }, async () => {
    const declared = /^```ts\n(.*?)^```$/ms.exec(page.split('## Frameworks')[1]!)![1]!
    const host = `import './declared.ts'
import { createRef } from 'react'
import type { SvelteHTMLElements } from 'svelte/elements'
import type { GlobalComponents } from 'vue'
import type { ParvisBoard } from './parvis-board.d.ts'
const ref = createRef<ParvisBoard>()
void ref.current?.open()
export const board = <parvis-board ref={ref} key="1" site="acme" address="hash" tokenProvider={async () => 'token'}
  onparvis-vote={({ detail }) => { const votes: number = detail.votes; void votes }} />
// @ts-expect-error -- no such value
export const wrong = <parvis-board site="acme" address="path" />
export const props: InstanceType<GlobalComponents['parvis-board']>['$props'] = {
  site: 'acme',
  theme: 'dark',
  onParvisVote: ({ detail }) => { const votes: number = detail.votes; void votes },
  onParvisSignIn: (event) => event.preventDefault(),
}
export const svelte: SvelteHTMLElements['parvis-board'] = {
  site: 'acme',
  class: 'wide',
  tokenProvider: async () => 'token',
  'onparvis-vote': ({ detail }) => { const votes: number = detail.votes; void votes },
  // @ts-expect-error -- no such value
  address: 'path',
}
`
    expect(await whatTypeScriptSays({ 'host.tsx': host, 'declared.ts': declared })).toBe('')
  })
})

/** Compiles a host's files beside our types, where the packages of this project are found. */
async function whatTypeScriptSays(written: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(root, 'node_modules/.parvis-types-'))
  const all = { ...written, 'parvis-board.d.ts': files['docs/widget/parvis-board.d.ts']! }
  for (const [name, text] of Object.entries(all)) await writeFile(join(folder, name), text)
  const options =
    '--noEmit --strict --skipLibCheck --ignoreConfig --allowImportingTsExtensions --jsx react-jsx --module nodenext --lib es2024,dom'
  const tsc = join(root, 'node_modules/.bin/tsc')
  const said = await promisify(execFile)(tsc, [...options.split(' '), ...Object.keys(written)], {
    cwd: folder,
  }).then(
    () => '',
    (error: { stdout: string; message: string }) => error.stdout || error.message,
  )
  await rm(folder, { recursive: true })
  return said
}
