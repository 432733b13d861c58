import { describe, expect, it } from 'vitest'
import { sources } from './sources.ts'

describe('the audit log', () => {
  it('has words in each language for every act that the server writes down, and offers each in its filter', () => {
    const acts = new Set<string>()
    for (const text of sources('server').values()) {
      for (const match of text.matchAll(/\baudit\((?:[^()]|\([^()]*\))*?'(\w+\.\w+)'/g)) acts.add(match[1]!)
    }
    expect(acts.size).toBeGreaterThan(20)
    for (const [path, text] of sources('admin/translations')) {
      if (!path.endsWith('/audit.ts')) continue
      const [phrases, filter] = text.split('\n  names: {')
      const missing = [...acts].filter((act) => !phrases?.includes(`'${act}'`))
      expect(missing, path).toEqual([])
      // The filter asks for one act at a time: what it does not offer cannot be found by it.
      const told = [...text.matchAll(/^ {2}'(\w+\.\w+)': \(/gm)].map(([, act]) => act)
      expect(told.length).toBeGreaterThan(acts.size - 1)
      expect(
        told.filter((act) => !filter?.includes(`'${act}'`)),
        path,
      ).toEqual([])
    }
  })
})
