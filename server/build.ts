// Builds the front ends, each only when its sources changed.
//
//   dist/widget/widget.js           what a host's page loads; served at /widget.js, short-lived
//   dist/widget/files/{version}/…   the widget itself; served at /widget/{version}/…, immutable
//   dist/widget/manifest.json       { version, entry, files, firstView, integrity }
//   dist/widget/custom-elements.json, parvis-board.d.ts  what the element takes and tells, from docs/widget
//   dist/admin/index.html, assets/  the admin; index.html answers every address of /admin/{slug}
//   dist/{widget,admin}/.stamp      the hash of the sources that were built
//
// `{version}` is the hash of the built files. Both of /widget.js and
// /widget/{version}/widget.js may stand in a host's page; the second may carry an
// integrity hash (in the manifest).
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, glob, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')
const keptVersions = 4

const sharedSources = [
  'server/*/json.ts',
  'server/words.ts',
  'server/build.ts',
  'vite.config.ts',
  'package-lock.json',
]
const ends = [
  {
    name: 'widget',
    sources: ['widget/**/*', 'docs/widget/*'],
    build: buildWidget,
    needs: 'widget/widget.ts',
  },
  // The admin draws with pieces of the widget.
  { name: 'admin', sources: ['admin/**/*', 'widget/**/*'], build: buildAdmin, needs: 'admin/index.html' },
]

/** Brings `dist/` up to date; `force` builds even what did not change. */
export async function buildFrontEnds(options: { force?: boolean; say?: (line: string) => void } = {}) {
  const say = options.say ?? console.log
  for (const end of ends) {
    if (!existsSync(join(root, end.needs))) continue
    const stampFile = join(dist, end.name, '.stamp')
    const stamp = await hashOf([...end.sources, ...sharedSources])
    const built = await readFile(stampFile, 'utf8').catch(() => '')
    if (!options.force && built === stamp) continue
    const started = performance.now()
    const told = await forProduction(end.build)
    await writeFile(stampFile, stamp)
    say(`Built the ${end.name} in ${((performance.now() - started) / 1000).toFixed(1)} s${told}`)
  }
}

/** Vite takes a library's larger, talkative development files wherever NODE_ENV is set to anything else. */
export async function forProduction<T>(build: () => Promise<T>): Promise<T> {
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  try {
    return await build()
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = NODE_ENV
  }
}

async function hashOf(patterns: string[]): Promise<string> {
  const hash = createHash('sha256')
  const names: string[] = []
  for await (const entry of glob(patterns, { cwd: root, withFileTypes: true })) {
    if (entry.isFile()) names.push(relative(root, join(entry.parentPath, entry.name)))
  }
  for (const name of names.sort()) hash.update(`${name}\0`).update(await readFile(join(root, name)))
  return hash.digest('hex')
}

async function buildWidget(): Promise<string> {
  const { build } = await import('vite')
  const { widgetConfig } = await import('../vite.config.ts')
  const fresh = join(dist, `.widget-${process.pid}`)
  await build(widgetConfig(fresh))

  const files = (await readdir(fresh)).sort()
  const stray = files.find((file) => !file.endsWith('.js'))
  // A strict policy refuses <link> style sheets, and so all CSS lives in the modules.
  if (stray) throw new Error(`The widget's build made ${stray}; only modules may leave it.`)
  const contents = new Map<string, Buffer>()
  for (const file of files) contents.set(file, await readFile(join(fresh, file)))
  const hash = createHash('sha256')
  for (const [file, content] of contents) hash.update(`${file}\0`).update(content)
  const version = hash.digest('hex').slice(0, 12)

  const loader = `import"./widget/${version}/widget.js"\n`
  const firstView = measureFirstView(contents, loader)
  await replaceFolder(fresh, join(dist, 'widget', 'files', version))
  await writeFile(join(dist, 'widget', 'widget.js'), loader)
  await dropOldVersions(join(dist, 'widget', 'files'), version)
  const integrity = `sha384-${createHash('sha384').update(contents.get('widget.js')!).digest('base64')}`
  const manifest = { version, entry: `widget/${version}/widget.js`, files, firstView, integrity }
  await writeFile(join(dist, 'widget', 'manifest.json'), JSON.stringify(manifest, null, 2))
  for (const file of await readdir(join(root, 'docs/widget')))
    await copyFile(join(root, 'docs/widget', file), join(dist, 'widget', file))
  return `; first view ${firstView.brotli} B brotli (${firstView.files.join(' + ')})`
}

/** Pages that are open go on asking for the version they began with; the few latest stay for them. */
async function dropOldVersions(folder: string, current: string) {
  const versions = (await readdir(folder)).filter((name) => name !== current)
  const ages = await Promise.all(
    versions.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  )
  const old = ages.sort((a, b) => b.at - a.at).slice(keptVersions)
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { recursive: true, force: true })))
}

/** All script a visitor needs to see the board: the loader, what the entry imports at once, the largest language. */
function measureFirstView(contents: Map<string, Buffer>, loader: string) {
  const size = (content: Buffer | string) => brotliCompressSync(content).length
  const languages = [...contents.keys()].filter((file) => /^core-\w\w\.js$/.test(file))
  const largest = languages.sort((a, b) => size(contents.get(b)!) - size(contents.get(a)!))[0]!
  const wanted = ['widget.js', largest]
  for (const file of wanted) {
    const code = contents.get(file)!.toString()
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+)["']/g)) {
      if (name && !wanted.includes(name)) wanted.push(name)
    }
  }
  const brotli = wanted.reduce((sum, file) => sum + size(contents.get(file)!), size(loader))
  return { brotli, files: ['loader', ...wanted] }
}

async function buildAdmin(): Promise<string> {
  const { build } = await import('vite')
  const { adminConfig } = await import('../vite.config.ts')
  const fresh = join(dist, `.admin-${process.pid}`)
  await build(adminConfig(fresh))
  await replaceFolder(fresh, join(dist, 'admin'))
  return ''
}

async function replaceFolder(from: string, to: string) {
  await mkdir(join(to, '..'), { recursive: true })
  await rm(to, { recursive: true, force: true })
  await rename(from, to)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildFrontEnds({ force: process.argv.includes('--force') })
}
