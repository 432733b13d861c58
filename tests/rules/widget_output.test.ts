import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './sources.ts'

const folder = join(root, 'dist/widget')
const files = readdirSync(folder, { recursive: true }).map(String)
const { version, files: built } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
  version: string
  files: string[]
}
const packages = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies

describe('the built widget', () => {
  it('has no style sheet of its own, which a strict host would refuse', () => {
    expect(files.some((file) => file.endsWith('widget.js'))).toBe(true)
    expect(files.filter((file) => file.endsWith('.css'))).toEqual([])
  })

  it('calls out to nobody: no address of another server is in it', () => {
    const script = files
      .filter((file) => file.endsWith('.js'))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
    const addresses = script.join('\n').match(/https?:\/\/[a-z0-9.-]+/gi) ?? []
    // Names of XML vocabularies, which nobody fetches.
    expect([...new Set(addresses)].filter((address) => !address.startsWith('http://www.w3.org'))).toEqual([])
  })

  it('wid-C22: holds each library once, in the one file that needs it', () => {
    const holding = (sign: string) =>
      built.filter((file) => readFileSync(join(folder, 'files', version, file), 'utf8').includes(sign))
    // What each leaves of itself when it is minified: its marks in templates, a property's name, its version.
    expect(holding('$lit$'), 'lit-html').toEqual(['widget.js'])
    expect(holding('elementProperties'), 'reactive-element').toEqual(['widget.js'])
    expect(
      holding(`"${packages.dompurify}"`).concat(holding(`\`${packages.dompurify}\``)),
      'dompurify',
    ).toEqual(['purify.js'])
    expect(holding('PBKDF2'), 'altcha-lib').toEqual(['proof.js'])
  })
})
