import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { build, type Plugin } from 'vite'
import { makeApp } from '../../server/app.ts'
import { forProduction } from '../../server/build.ts'
import type { Env } from '../../server/context.ts'
import { makeServer } from '../../server/http/server.ts'
import { frontEnds } from '../../server/pages/front_ends.ts'
import { widgetConfig } from '../../vite.config.ts'
import type { Stage } from './browser.ts'
import { listening } from './http_server.ts'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))

/** How the older version names a search, by which one sees who drew a tag. */
export const older = (name: string): string => name.replace('Search', 'Look through')

export interface TwoVersions {
  /** The scripts of the version at hand and of the other one. */
  newer: string
  older: string
  close(): Promise<void>
}

/**
 * A second server of the stage's world, at an origin of its own, as after an upgrade: beside the widget of now it has
 * one that was built of other sources.
 */
export async function serveTwoVersions(stage: Stage): Promise<TwoVersions> {
  const folder = await mkdtemp(join(tmpdir(), 'parvis-versions-'))
  await cp(join(dist, 'widget'), join(folder, 'widget'), { recursive: true })
  const { plugins = [], ...config } = widgetConfig(join(folder, 'widget/files/older'))
  await forProduction(() => build({ ...config, plugins: [...plugins, otherSources] }))
  const app = new Hono<Env>().route('/', frontEnds(folder)).route('/', makeApp(stage.world))
  const { origin, close } = await listening(makeServer(stage.world, app))
  return {
    newer: `${origin}/widget.js`,
    older: `${origin}/widget/older/widget.js`,
    async close() {
      await close()
      await rm(folder, { recursive: true })
    },
  }
}

const otherSources: Plugin = {
  name: 'other-sources',
  transform: (code, id) =>
    id.endsWith('/translations/en/core.ts')
      ? code.replaceAll(/\bSearch (?:ideas|questions)\b/g, older)
      : null,
}
