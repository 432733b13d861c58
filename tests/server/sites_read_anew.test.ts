import { expect, test } from 'vitest'
import { testWorld } from '../support/world.ts'

// Each request reads its site from what this process knows of it, and so do the streams that ask anew what their
// readers may read.

const { site: make, world } = await testWorld()

test('who asks for a site after it changed is not given what was begun to be read before', async () => {
  const { slug, row } = await make().then((site) => ({ slug: site.slug, row: site.row() }))
  const { id } = await row
  world.sites.clear()
  const early = world.sites.find(slug)
  world.sites.forget(id)
  const late = world.sites.find(slug)
  const [before, after] = await Promise.all([early, late])
  expect(after).not.toBe(before)
  expect(world.sites.known(slug)).toBe(after)
  expect(await world.sites.find(slug), 'and it is kept').toBe(after)
  world.sites.forget(id)
  expect(world.sites.known(slug)).toBeUndefined()
  expect(await world.sites.find(slug)).not.toBe(after)
})
