import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'svelte/compiler'

/** Components of Svelte become scripts. */
const svelte = {
  name: 'svelte',
  transform: (code: string, file: string) =>
    file.endsWith('.svelte') ? compile(code, { filename: basename(file), dev: true }).js : undefined,
}

/** One script of a page's source and the packages it uses, as their own developers run it: strict mode and all. */
export async function bundle(file: string): Promise<string> {
  const { build } = await import('vite')
  const entry = fileURLToPath(new URL(file, import.meta.url))
  const made = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [svelte],
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    // Or the packages give what they have for servers.
    resolve: { conditions: ['browser', 'module', 'import', 'development'] },
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'host' } },
  })
  const [first] = made as { output: { type: string; code: string }[] }[]
  return first!.output[0]!.code
}
