import type { Context, NotFoundHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem, problemResponse } from '../errors.ts'

interface Route {
  method: string
  path: string
}

/** What to say of an address that answers nothing: that it takes other methods (405), or that it is unknown (404). */
export function answerUnknown(routes: () => Route[]): NotFoundHandler<Env> {
  let known: { method: string; matches(path: string): boolean }[] | undefined
  return (c: Context<Env>) => {
    known ??= routes()
      .filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
      .map((route) => ({ method: route.method, matches: matcher(route.path) }))
    const allowed = [
      ...new Set(known.filter((route) => route.matches(c.req.path)).map((route) => route.method)),
    ]
    if (!allowed.length) return problemResponse(new Problem('not_found'))
    const allow = allowed.sort().join(', ')
    return problemResponse(new Problem('method_not_allowed', undefined, { headers: { allow } }))
  }
}

/** Whether a path fits a pattern of whole segments, in which `:name` stands for one. */
function matcher(pattern: string): (path: string) => boolean {
  const parts = pattern.split('/')
  return (path) => {
    const given = path.split('/')
    return (
      given.length === parts.length &&
      parts.every((part, index) => (part.startsWith(':') ? given[index] !== '' : part === given[index]))
    )
  }
}
