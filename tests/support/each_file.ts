import { afterEach, expect } from 'vitest'
import type { Stage } from './browser.ts'
import type { TestWorld } from './world.ts'

// Run anew for each file, where modules are kept for all files of a worker: a clock that one test moved is
// set right before the next, also in another file, and the browser windows of a test are closed with it.
const shared = globalThis as {
  parvisTestWorld?: Promise<TestWorld>
  parvisStage?: Promise<Stage>
}

afterEach(async () => {
  if (shared.parvisTestWorld) (await shared.parvisTestWorld).clock.reset()
})

afterEach(async () => {
  const trouble = await (await shared.parvisStage)?.strike()
  expect(trouble ?? [], 'what the browser complained about').toEqual([])
})
