import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Env } from '../context.ts'

export interface StaticFile {
  type: string
  etag: string
  plain: Uint8Array<ArrayBuffer>
  /** Made when first asked for: most files of older versions never are. */
  brotli(): Promise<Uint8Array<ArrayBuffer>>
  gzip(): Promise<Uint8Array<ArrayBuffer>>
}

const encoders = { brotli: promisify(brotliCompress), gzip: promisify(gzip) }

const types: Record<string, string> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  woff2: 'font/woff2',
}

/** The files of a built front end by their path, read once. Nothing outside the folder is named. */
export async function loadFiles(folder: string): Promise<Map<string, StaticFile>> {
  const files = new Map<string, StaticFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (!entry.isFile() || !typeOf(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    files.set(relative(folder, path), staticFile(entry.name, new Uint8Array(await readFile(path))))
  }
  return files
}

const typeOf = (name: string) => types[name.split('.').at(-1) ?? '']

/** A file of these contents; what it is, its name says. */
export function staticFile(name: string, plain: Uint8Array<ArrayBuffer>): StaticFile {
  return {
    type: typeOf(name)!,
    etag: `"${createHash('sha1').update(plain).digest('base64url')}"`,
    plain,
    brotli: encoded(plain, 'brotli'),
    gzip: encoded(plain, 'gzip'),
  }
}

// At brotli's best quality, away from the event loop, and once.
function encoded(plain: Uint8Array<ArrayBuffer>, by: keyof typeof encoders) {
  let made: Promise<Uint8Array<ArrayBuffer>> | undefined
  return () => {
    made ??= encoders[by](plain).then((bytes) => new Uint8Array(bytes))
    return made
  }
}

/** Answers with a file in the best encoding the browser takes. */
export async function sendFile(
  c: Context<Env>,
  file: StaticFile,
  headers: Record<string, string>,
): Promise<Response> {
  const shared = { ...headers, etag: file.etag, vary: 'Accept-Encoding' }
  if (c.req.header('if-none-match')?.includes(file.etag))
    return new Response(null, { status: 304, headers: shared })
  const accepted = c.req.header('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return respond(await file.brotli(), 'br')
  if (/\bgzip\b/.test(accepted)) return respond(await file.gzip(), 'gzip')
  return respond(file.plain)

  function respond(bytes: Uint8Array<ArrayBuffer>, encoding?: string): Response {
    return new Response(bytes, {
      headers: {
        'content-type': file.type,
        ...(encoding ? { 'content-encoding': encoding } : {}),
        ...shared,
      },
    })
  }
}
