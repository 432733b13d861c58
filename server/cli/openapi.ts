import { mkdir, writeFile } from 'node:fs/promises'
import { makeApp } from '../app.ts'
import type { World } from '../context.ts'
import { describe } from '../openapi.ts'

/** The text of docs/api/openapi.json. Describing the routes asks nothing of a world. */
export function openApiText(): string {
  return `${JSON.stringify(describe(makeApp({} as World)), null, 2)}\n`
}

if (import.meta.main) {
  const folder = new URL('../../docs/api/', import.meta.url)
  await mkdir(folder, { recursive: true })
  await writeFile(new URL('openapi.json', folder), openApiText())
  process.stdout.write('Wrote docs/api/openapi.json\n')
}
