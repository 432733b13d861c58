import { fileURLToPath } from 'node:url'
import { defineConfig, type InlineConfig, type Plugin } from 'vite'
import { minifyTemplates } from './widget/build/minify_templates.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Shrinks our own templates; those of packages arrive shrunk. */
const smallTemplates: Plugin = {
  name: 'parvis:small-templates',
  transform: (code, id) =>
    id.includes('/node_modules/') || !/\.ts$/.test(id) ? null : { code: minifyTemplates(code), map: null },
}

/**
 * Lit's templates go through our one Trusted Types policy: a host that allows `parvis`
 * need not allow `lit-html`, whose name would collide with the host's own Lit.
 */
const onePolicy: Plugin = {
  name: 'parvis:one-policy',
  transform(code, id) {
    if (!/\/lit-html\/(?:development\/)?lit-html\.js/.test(id)) return null
    const made =
      /(\w+)\s*\?\s*\1\.createPolicy\(\s*['"]lit-html['"]\s*,\s*\{[^}]*\}\s*\)\s*:\s*(?:undefined|void 0)/
    if (!made.test(code)) this.error('lit-html makes its policy in another way now.')
    const policy = JSON.stringify(here('./widget/policy.ts'))
    return {
      code: `import { policy as parvisPolicy } from ${policy}\n${code.replace(made, 'parvisPolicy')}`,
      map: null,
    }
  },
}

/** Lit's `css` without its fallback to <style> elements; see the module that takes its place. */
const sheetsOnly: Plugin = {
  name: 'parvis:sheets-only',
  enforce: 'pre',
  resolveId: (source) => (/\bcss-tag\.js$/.test(source) ? here('./widget/styles/css_tag.ts') : null),
}

/** Lit counts its copies on the window, keeps a map there that only decorators read, and looks there for polyfills: not on a host's. */
const nothingGlobal: Plugin = {
  name: 'parvis:nothing-global',
  transform(code, id) {
    if (!/\/node_modules\/(@lit|lit-html|lit-element)\//.test(id)) return null
    const kept = code
      .replace(/\(\w+\.(?:reactiveElement|litHtml|litElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/, '0')
      .replace(/\w+\.litPropertyMetadata\?\?=new WeakMap/, '0')
      .replace(/\w+\.(?:reactiveElement|litHtml|litElement)PolyfillSupport\b/, 'void 0')
      .replace(/\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\)/, '0')
    if (kept === code) return null
    const map = /\blitPropertyMetadata\b/.test(kept) ? 'const litPropertyMetadata = new WeakMap\n' : ''
    return { code: map + kept, map: null }
  },
}

/** Counting goes to the file of the first view, whose words then need no file more. */
const countingAtOnce: Plugin = {
  name: 'parvis:counting-at-once',
  transform: (_, id) =>
    id.endsWith('/widget/translations/counting.ts') ? { moduleSideEffects: 'no-treeshake' } : null,
}

const shared: InlineConfig = {
  configFile: false,
  root: here('.'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
}

/** `translations/fr/core.ts` becomes `core-fr.js`. */
const chunkName = ({ name, facadeModuleId }: { name: string; facadeModuleId?: string | null }) =>
  `${name}${
    /translations\/(\w\w)\//
      .exec(facadeModuleId ?? '')?.[0]
      .slice(12, -1)
      .replace('/', '-') ?? ''
  }.js`

/**
 * The widget: modules only, no style sheet, no preload links in the host's head. Files
 * keep plain names; their folder is named by the hash of them all (`server/build.ts`).
 */
export const widgetConfig = (outDir: string): InlineConfig => ({
  ...shared,
  plugins: [sheetsOnly, onePolicy, nothingGlobal, countingAtOnce, smallTemplates],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    reportCompressedSize: false,
    // A library's build has no preload helper, which would add links to the host's head.
    lib: { entry: { widget: here('./widget/widget.ts') }, formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: { minify: true, comments: false, entryFileNames: '[name].js', chunkFileNames: chunkName },
    },
  },
})

/** The admin: one page that the server answers with for every address below `/admin/{slug}`. */
export const adminConfig = (outDir: string): InlineConfig => ({
  ...shared,
  root: here('./admin'),
  plugins: [onePolicy, smallTemplates],
  build: {
    outDir,
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: here('./admin/index.html') },
  },
})

// For vite's own commands and for tests, which read the sources through the same transforms.
export default defineConfig({ plugins: [onePolicy, smallTemplates] })
