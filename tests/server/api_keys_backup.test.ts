import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { restoreArchive } from '../../db/archive/restore.ts'
import { writeArchive } from '../../db/archive/write.ts'
import { makeApp } from '../../server/app.ts'
import { makeWorld } from '../../server/world.ts'
import { makeKey } from '../support/api_key.ts'
import { ownMigrated } from '../support/own_database.ts'
import { TestSite, testWorld } from '../support/world.ts'

it('a key works after a move to another database, and one that was ended before does not', async () => {
  const { world, site: make } = await testWorld()
  const site = await make()
  const owner = await site.staff('owner')
  const [key, ended] = [await makeKey(site, owner), await makeKey(site, owner)]
  await site.delete(`api-keys/${ended.id}`, owner)
  const folder = await mkdtemp(join(tmpdir(), 'parvis-keys-'))
  const file = join(folder, 'all.parvis')
  const own = await ownMigrated()
  try {
    await writeArchive(world.db, file)
    await restoreArchive(own.database.db, file, async () => {})
    const moved = makeWorld(world.config, own.database, world.clock, world.log)
    const there = new TestSite(moved, makeApp(moved), {
      slug: site.slug,
      ssoSecret: site.secret,
      ownerLink: site.ownerLink,
    })
    expect((await there.get('threads', key)).status).toBe(200)
    expect((await there.get('threads', ended)).status).toBe(401)
    await moved.render.close()
  } finally {
    await own.drop()
    await rm(folder, { recursive: true })
  }
})
