import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The project's own TypeScript below some folders, by path from the root. */
export function sources(...folders: string[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.ts')) continue
      const path = join(entry.parentPath, entry.name)
      files.set(relative(root, path), readFileSync(path, 'utf8'))
    }
  }
  return files
}

export interface Import {
  from: string
  to: string
  typeOnly: boolean
}

/** What each file takes from other files of the project. */
export function imports(files: Map<string, string>): Import[] {
  const found: Import[] = []
  for (const [from, text] of files) {
    for (const match of text.matchAll(
      /^(?:import|export)\s+(type\s+)?([^'"]*?)(?:from\s+)?['"](\.[^'"]+)['"]/gm,
    )) {
      const names = match[2] ?? ''
      const inner = /^\{([\s\S]*)\}\s*$/.exec(names.trim())?.[1]
      const taken = inner?.split(',') ?? []
      const eachIsType =
        taken.length > 0 && taken.every((name) => !name.trim() || name.trim().startsWith('type '))
      found.push({
        from,
        to: relative(root, join(root, dirname(from), match[3]!)),
        typeOnly: match[1] !== undefined || eachIsType,
      })
    }
  }
  return found
}
