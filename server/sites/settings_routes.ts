import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn, staff } from '../guards.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { SettingsJson, settingsJson } from './json.ts'
import { siteWithWords } from './queries.ts'
import { editSettings } from './settings.ts'
import { SettingsEdit } from './settings_input.ts'

const tags = ['settings']

/** What a site is called, promises, shows and lets in. */
export const settings = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/settings',
      tags,
      summary: 'The settings of the site, with the tag for the host’s page',
      ...guarded(staff),
      responses: answers(SettingsJson),
    }),
    (c) => c.json(settingsJson(c.var.world.config, c.var.site), 200),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/settings',
      tags,
      summary: 'Change the settings that are given',
      ...guarded(admins),
      request: body(SettingsEdit),
      responses: answers(SettingsJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await editSettings(world, site.id, c.req.valid('json'), signedIn(viewer).id)
      return c.json(await presentSettings(c), 200)
    },
  )

/** Read anew, since the site that the request came with is from before a change. */
async function presentSettings(c: Context<Env>): Promise<SettingsJson> {
  const { world } = c.var
  const site = await siteWithWords(world.db, c.var.site.slug)
  if (!site) throw new Problem('not_found')
  return settingsJson(world.config, site)
}
