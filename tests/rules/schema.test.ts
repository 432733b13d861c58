import { readdir, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { schemaText } from '../../db/generate.ts'
import { migrations } from '../../db/migrate.ts'

it('every migration that is written is carried out, in the order of their names', async () => {
  const files = (await readdir(new URL('../../db/migrations', import.meta.url))).sort()
  expect(files.length).toBeGreaterThan(10)
  expect(Object.keys(migrations).map((name) => `${name}.ts`)).toEqual(files)
})

it('the committed db/schema.ts is what the migrations make; npm run schema writes it', async () => {
  const committed = await readFile(new URL('../../db/schema.ts', import.meta.url), 'utf8')
  expect(committed).toContain('export interface DB')
  expect(committed).toBe(await schemaText())
}, 180_000)
