import { createRoute, z } from '@hono/zod-openapi'
import { member, signedIn } from '../guards.ts'
import { answers, guarded, routes } from '../route.ts'
import { archiveOf } from './export_archive.ts'
import { exportProof, requireExportProof } from './export_proof.ts'
import { ExportProofJson } from './json.ts'

const tags = ['me']

/** All that is one's own, as a file. */
export const ownFile = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/export/proof',
      tags,
      summary: 'What it takes to be given all that is one’s own',
      ...guarded(member),
      responses: answers(ExportProofJson),
    }),
    async (c) => c.json(await exportProof(c), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/export',
      tags,
      summary: 'All that is one’s own, as a file to keep',
      ...guarded(member, 'exports'),
      responses: {
        ...answers(z.never()),
        200: {
          description: 'A ZIP archive of `data.json` and the images one gave',
          content: { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } },
        },
      },
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await requireExportProof(c)
      // Where reading fails on the way, the answer breaks off and is no file that only seems whole.
      const archive = await archiveOf(world, site, viewer, signedIn(viewer).id)
      const day = world.clock.now().toISOString().slice(0, 10)
      return c.body(archive, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${site.slug}-${day}.zip"`,
      }) as never
    },
  )
