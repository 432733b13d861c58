import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

describe('the audit log', () => {
  it('has words in each language for every act that the server writes down', () => {
    const acts = new Set<string>()
    for (const text of sources('server').values()) {
      for (const match of text.matchAll(/\baudit\((?:[^()]|\([^()]*\))*?'(\w+\.\w+)'/g)) acts.add(match[1]!)
    }
    expect(acts.size).toBeGreaterThan(20)
    for (const [path, text] of sources('admin/translations')) {
      if (!path.endsWith('/audit.ts')) continue
      const missing = [...acts].filter((act) => !text.includes(`'${act}'`))
      expect(missing, path).toEqual([])
    }
  })
})
