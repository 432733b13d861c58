import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { codes } from '../../server/errors.ts'
import { Problem } from '../../widget/api.ts'
import { whyOf } from '../../widget/controllers/speech.ts'
import de from '../../widget/translations/de/acts.ts'
import en from '../../widget/translations/en/acts.ts'
import fr from '../../widget/translations/fr/acts.ts'

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

test.each(Object.entries({ en, fr, de }))(
  'what the server does not take is never told as a failure of its own in the widget, in %s',
  (_, say) => {
    for (const [code, [status]] of Object.entries(codes)) {
      const said = whyOf(say, new Problem(code, status))
      expect(said, code).toMatch(/\S \S/)
      if (status < 500) expect(said, code).not.toBe(say.problems.internal)
    }
    expect(whyOf(say, new Problem('internal', 500))).toBe(say.problems.internal)
    expect(whyOf(say, new Error('of ours'))).toBe(say.problems.internal)
  },
)
