import type { MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { newId } from '../lib/ids.ts'

/** Names each request, and logs those that changed, failed or were refused. Never a query, token or body. */
export const requestLog: MiddlewareHandler<Env> = async (c, next) => {
  const begun = performance.now()
  const id = newId()
  c.set('requestId', id)
  await next()
  const { log } = c.get('world')
  const { status } = c.res
  const quiet = status < 400 && c.req.method === 'GET'
  if (quiet && !log.isLevelEnabled('debug')) return
  const entry = {
    request: id,
    method: c.req.method,
    path: shownPath(c.req.path),
    status,
    ms: Math.round(performance.now() - begun),
    member: c.get('viewer')?.member?.id,
    network: c.get('world').networks.of(c.env?.incoming),
  }
  if (quiet) log.debug(entry)
  else if (status >= 500) log.error(entry)
  else log.info(entry)
}

// The one secret that an address holds is that of the link which ends a member's mails.
function shownPath(path: string): string {
  return path
    .replace(/(\/unsubscribe\/)[^/]+/, '$1…')
    .replace(/[^\x20-\x7e…]/g, '?')
    .slice(0, 200)
}
