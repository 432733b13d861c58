import type { TestProject } from 'vitest/node'
import { buildFrontEnds } from '../../server/build.ts'
import { dropLeftovers, embeddedImage, makeTemplate, postgresUnderTest } from './databases.ts'
import { folderInMemory } from './memory.ts'

/** Once before all tests: the migrated database that each worker begins with, and what browsers will load. */
export default async function setup({ vitest }: TestProject): Promise<() => Promise<void>> {
  process.env.PARVIS_TEST_RUN = String(process.pid)
  const memory = process.env.PARVIS_FULL === '1' ? undefined : await folderInMemory()
  // Where os.tmpdir() is, for the workers and the browsers that they start.
  if (memory) process.env.TMPDIR = memory.path
  const server = postgresUnderTest()
  if (server) await makeTemplate(server)
  else await embeddedImage()
  const inBrowser = vitest.state.getPaths().some((path) => /\/tests\/(?:widget|admin|e2e)\//.test(path))
  if (inBrowser) await buildFrontEnds({})
  return async () => {
    if (server) await dropLeftovers(server)
    await memory?.remove()
  }
}
