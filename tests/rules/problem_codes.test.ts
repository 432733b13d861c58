import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { codes } from '../../server/errors.ts'

test('every code of a problem stands in the table of the API’s docs, beside its status', async () => {
  const text = await readFile(new URL('../../docs/api/README.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| (\d{3}(?:, \d{3})*) \| (.*) \|$/gm)]
  const documented = new Map<string, string[]>()
  for (const [, statuses, said] of rows)
    for (const [, code] of said!.matchAll(/`([a-z_]+)`/g)) documented.set(code!, statuses!.split(', '))
  expect([...documented.keys()].toSorted().filter((code) => code !== 'until')).toEqual(
    Object.keys(codes).toSorted(),
  )
  for (const [code, [status]] of Object.entries(codes))
    expect(documented.get(code), code).toContain(String(status))
})
