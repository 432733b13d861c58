import { hash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { kindForKeys, type LimitKind, permitsOf, ruleOf } from '../limits/kinds.ts'
import type { Allowance, Standing } from '../limits/limits.ts'
import { policyOf, remainderOf } from '../limits/words.ts'
import type { Site } from '../sites/queries.ts'
import { answerRepeat } from './repeats.ts'

/** Every read of a site takes a permit: the member's or the key's who asks, else the network's. */
export const limitReads: MiddlewareHandler<Env> = (c, next) => (isRead(c) ? limitRead(c, next) : next())
const limitRead = limited('reads')

const isRead = (c: Context) => c.req.method === 'GET' || c.req.method === 'HEAD'

/** Takes a permit of a kind for the request, and says in the answer's headers what is left. */
export function limited(kind: LimitKind): MiddlewareHandler<Env> {
  return async (c, next) => {
    // Outside of any site there are operators alone, whose machine it is.
    if (!c.get('site') || (kind === 'changes' && isRead(c))) return next()
    const { limits, clock } = c.get('world')
    const allowance = allowanceOf(c, kind)
    // A repeat under an Idempotency-Key is a change that was asked for, but posts nothing once more.
    const repeatsTake = kind === 'changes'
    let standing: Standing
    try {
      standing = await limits.spend(allowance)
    } catch (refusal) {
      const answer = repeatsTake || !isRefusal(refusal) ? undefined : await answerRepeat(c)
      if (!answer) throw refusal
      return answer
    }
    await next()
    const spared = c.get('repeated') && !repeatsTake
    if (spared || !counted(c.res.status, ruleOf(allowance.kind).counts)) limits.giveBack(allowance, standing)
    c.res.headers.append('ratelimit-policy', policyOf(standing))
    c.res.headers.append('ratelimit', remainderOf(standing, clock.now()))
  }
}

const isRefusal = (error: unknown) => error instanceof Problem && error.code === 'rate_limited'

/** Whether a request took its permit in the end. What failed on our side never does. */
function counted(status: number, counts: 'all' | 'accepted' | 'refused'): boolean {
  if (status >= 500) return false
  if (counts === 'all') return true
  return counts === 'accepted' ? status < 400 : status === 401
}

/**
 * Takes a permit where only the handler knows that one is needed, or whose: `typed` is what somebody gave, such as
 * the address that a code is asked for. It is known here by its hash.
 */
export async function spend(c: Context<Env>, kind: LimitKind, typed?: string): Promise<void> {
  const { limits, clock } = c.get('world')
  const allowance = allowanceOf(c, kind)
  if (typed !== undefined) allowance.subject = hash('sha256', typed, 'base64url')
  const standing = await limits.spend(allowance)
  c.header('ratelimit-policy', policyOf(standing), { append: true })
  c.header('ratelimit', remainderOf(standing, clock.now()), { append: true })
}

/** What a visitor of a network may read of a site. */
export function readsOf(site: Site, network: string): Allowance {
  return { siteId: site.id, kind: 'reads', subject: network, permits: permitsOf(site, 'reads') }
}

function allowanceOf(c: Context<Env>, asked: LimitKind): Allowance {
  const { site, viewer } = c.var
  const kind = viewer?.key ? kindForKeys(asked) : asked
  return { siteId: site.id, kind, subject: subjectOf(c, kind), permits: permitsOf(site, kind) }
}

function subjectOf(c: Context<Env>, kind: LimitKind): string {
  const { world, site, viewer } = c.var
  const { of } = ruleOf(kind)
  if (of === 'site') return site.slug
  if (of !== 'network' && viewer?.member) return viewer.member.id
  return world.networks.of(c.env?.incoming)
}
