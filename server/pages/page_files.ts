import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { type StaticFile, sendFile, staticFile } from '../http/static.ts'
import { frameStyles } from './styles/frame.ts'
import { listStyles } from './styles/lists.ts'
import { threadStyles } from './styles/thread.ts'

const contents: Record<string, Uint8Array<ArrayBuffer>> = {
  'page.css': new TextEncoder().encode(frameStyles + listStyles + threadStyles),
  'page.js': new Uint8Array(readFileSync(new URL('./files/page.js', import.meta.url))),
}

const version = Object.values(contents)
  .reduce((hash, content) => hash.update(content), createHash('sha256'))
  .digest('hex')
  .slice(0, 12)

/** Where a page's style sheet and scripts are: below a folder named by what is in them, so that they may be kept. */
export interface PageFiles {
  style: string
  script: string
  widget: string
}

export function pageFilesOf({ publicUrl: { pathname } }: Config): PageFiles {
  const file = (name: string) => `${pathname}pages/${version}/${name}`
  return { style: file('page.css'), script: file('page.js'), widget: `${pathname}widget.js` }
}

/** Serves them. A page from before an upgrade gets the files there are, which are then not kept. */
export function pageFiles() {
  const files = new Map<string, StaticFile>(
    Object.entries(contents).map(([name, content]) => [name, staticFile(name, content)]),
  )
  const app = new Hono<Env>()
  app.get('/pages/:version/:file', async (c) => {
    const file = files.get(c.req.param('file'))
    if (!file) throw new Problem('not_found')
    const current = c.req.param('version') === version
    return sendFile(c, file, {
      'cache-control': current ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
    })
  })
  return app
}
