import { describe, expect, it } from 'vitest'
import { type Import, imports, sources } from './sources.ts'

const all = imports(sources('server', 'db', 'widget', 'admin'))
const show = ({ from, to }: Import) => `${from} → ${to}`
const noun = (path: string) => /^server\/(\w+)\//.exec(path)?.[1]
const base = new Set(['lib', 'http', 'cli', 'jobs', 'pages', 'demo', 'control'])

describe('imports point one way', () => {
  it('reads the imports that it judges', () => {
    expect(all.length).toBeGreaterThan(300)
    expect(all.map(show)).toContain('server/threads/routes.ts → server/threads/queries.ts')
  })

  it('server/lib and db know nothing of any noun', () => {
    const wrong = all.filter(
      ({ from, to, typeOnly }) =>
        (from.startsWith('server/lib/') || (from.startsWith('db/') && !from.startsWith('db/seeds/'))) &&
        noun(to) !== undefined &&
        !base.has(noun(to)!) &&
        !typeOnly,
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('a noun uses another noun’s queries, json and operations, never its routes or policy', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        noun(from) !== undefined &&
        noun(to) !== undefined &&
        noun(from) !== noun(to) &&
        /\/(routes|\w+_routes)\.ts$/.test(to),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('queries decide nothing: they use no operation, route, policy or guard', () => {
    const wrong = all.filter(
      ({ from, to, typeOnly }) =>
        from.endsWith('/queries.ts') &&
        !typeOnly &&
        /(routes|policy|guards|permit|in_transaction)\.ts$/.test(to),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('only the map of the server mounts routes', () => {
    const wrong = all.filter(
      ({ from, to }) => /^server\/\w+\/(routes|\w+_routes)\.ts$/.test(to) && from !== 'server/app.ts',
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('widget and admin take nothing but types from the server', () => {
    const wrong = all.filter(
      ({ from, to, typeOnly }) =>
        /^(widget|admin)\//.test(from) &&
        /^(server|db)\//.test(to) &&
        !(typeOnly && /\/(json|routes|words)\.ts$/.test(`/${to}`)),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('the widget does not know the admin, and the server knows neither', () => {
    const wrong = all.filter(
      ({ from, to }) =>
        (from.startsWith('widget/') && to.startsWith('admin/')) ||
        (from.startsWith('server/') && /^(widget|admin)\//.test(to)),
    )
    expect(wrong.map(show)).toEqual([])
  })

  it('only server/sessions knows Lucia', () => {
    const users = [...sources('server')]
      .filter(([, text]) => text.includes("from 'lucia'"))
      .map(([path]) => path)
    expect(users.every((path) => path.startsWith('server/sessions/'))).toBe(true)
    expect(users).toHaveLength(1)
  })
})
