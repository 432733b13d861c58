import { createRoute } from '@hono/zod-openapi'
import { admins, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { revisionFrom } from '../input.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { RuleParam, RuleText } from './input.ts'
import { RuleJson, ruleJson } from './json.ts'
import { makeRule, retireRule, rewriteRule } from './rule.ts'

const tags = ['rules']

/** The netiquette as the admin writes it. */
export const ruleActs = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/rules',
      tags,
      summary: 'Add a rule to the netiquette',
      ...guarded(admins),
      request: body(RuleText),
      responses: answers(RuleJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const rule = await makeRule(world, site.id, c.req.valid('json'), signedIn(viewer).id)
        return c.json(ruleJson(rule), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/rules/{number}',
      tags,
      summary: 'Give a rule a new text, as a new version; If-Match may hold the version that was read',
      ...guarded(admins),
      request: { params: RuleParam, ...body(RuleText) },
      responses: answers(RuleJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const version = c.req.header('if-match') === undefined ? undefined : revisionFrom(c)
      const rule = await rewriteRule(
        world,
        site.id,
        number,
        c.req.valid('json'),
        version,
        signedIn(viewer).id,
      )
      return c.json(ruleJson(rule), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/rules/{number}',
      tags,
      summary: 'Take a rule out of force',
      ...guarded(admins),
      request: { params: RuleParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await retireRule(world, site.id, c.req.valid('param').number, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
