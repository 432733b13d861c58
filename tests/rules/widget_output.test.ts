import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './sources.ts'

const folder = join(root, 'dist/widget')
const files = readdirSync(folder, { recursive: true }).map(String)

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
})
