import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { schemaText } from '../../db/generate.ts'

it('the committed db/schema.ts is what the migrations make; npm run schema writes it', async () => {
  const committed = await readFile(new URL('../../db/schema.ts', import.meta.url), 'utf8')
  expect(committed).toContain('export interface DB')
  expect(committed).toBe(await schemaText())
}, 60_000)
