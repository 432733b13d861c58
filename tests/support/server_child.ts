import type { AddressInfo } from 'node:net'
import { readConfig } from '../../server/config.ts'
import { serve } from '../../server/main.ts'
import { openWorld } from '../../server/open.ts'
import { createSite } from '../../server/sites/create.ts'
import { roomy, setLimits } from './roomy.ts'

// The real server in a process of its own, configured by its environment, on any free port. It makes the site
// of SITE where there is none, and says where it listens and that site's secret and owner's link. It stops on SIGTERM.
const world = await openWorld({ ...readConfig(process.env), port: 0 })
const slug = process.env.SITE
const made =
  slug && !(await world.sites.find(slug))
    ? await createSite(world, { slug, name: 'Under test', locale: 'en', origins: ['https://host.example'] })
    : undefined
if (made) await setLimits(world, made.slug, roomy)
const serving = await serve(world)
// Its test's process may be ended by force, and must not leave it behind.
process.on('disconnect', () => process.exit(1))
process.on('SIGTERM', () => void serving.stop().then(() => process.exit(0)))
const { port } = serving.server.address() as AddressInfo
process.send!({ port, secret: made?.ssoSecret, ownerLink: made?.ownerLink })
