import { mkdir, readFile, writeFile } from 'node:fs/promises'
import * as analyzer from '@custom-elements-manifest/analyzer'
import { drawTypes, type Manifest, type Member } from './host_types.ts'

const source = 'widget/elements/parvis-board/parvis-board.ts'
const root = new URL('../../', import.meta.url)

// Its own types leave these two out.
const { create, ts } = analyzer as unknown as {
  create(of: { modules: unknown[]; plugins: unknown[]; context: { dev: boolean } }): Manifest
  ts: {
    createSourceFile(name: string, text: string, target: number, parents: boolean): unknown
    ScriptTarget: { ES2022: number }
  }
}

/** What a host may use of the widget, as its doc comment says: the manifest and the types made of it. */
export async function hostFiles(): Promise<Record<string, string>> {
  const text = await readFile(new URL(source, root), 'utf8')
  const manifest = manifestOf(text)
  return {
    'docs/widget/custom-elements.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'docs/widget/parvis-board.d.ts': drawTypes(manifest),
  }
}

/** The analyzer's manifest, without what of the class is the widget's own affair. */
function manifestOf(text: string): Manifest {
  const file = ts.createSourceFile(source, text, ts.ScriptTarget.ES2022, true)
  const made = create({ modules: [file], plugins: [], context: { dev: false } })
  const [module] = made.modules
  const found = module?.declarations.find((one) => one.tagName === 'parvis-board')
  if (!module || !found) throw new Error(`${source} does not describe <parvis-board>.`)
  const { kind, description, name, cssProperties, cssParts, slots, events, attributes, tagName } = found
  const members = found.members
    .filter((one) => (one.kind === 'field' ? one.description && documented(text, one.name) : isPublic(one)))
    .map(({ privacy: _, static: __, return: back, ...member }) => ({
      ...member,
      ...(back && { return: back }),
    }))
  const superclass = { name: 'LitElement', package: 'lit' }
  const board = { kind, description, name, cssProperties, cssParts, slots, members, events, attributes }
  return {
    schemaVersion: '2.1.0',
    readme: '../widget.md',
    modules: [
      {
        kind: 'javascript-module',
        path: 'widget.js',
        declarations: [{ ...board, superclass, tagName, customElement: true }],
        exports: [
          {
            kind: 'custom-element-definition',
            name: tagName,
            declaration: { name, module: 'widget.js' },
          },
        ],
      },
    ],
  }
}

const documented = (text: string, name: string) => new RegExp(`@prop \\{.*\\} ${name} - `).test(text)
const isPublic = (member: Member) => member.privacy === 'public'

if (import.meta.main) {
  await mkdir(new URL('docs/widget/', root), { recursive: true })
  for (const [file, text] of Object.entries(await hostFiles())) {
    await writeFile(new URL(file, root), text)
    process.stdout.write(`Wrote ${file}\n`)
  }
}
