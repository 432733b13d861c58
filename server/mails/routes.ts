import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { member, signedIn } from '../guards.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { chooseMail, readMailChoices } from './choices.ts'
import { MailChoicesEdit } from './input.ts'
import { MailChoicesJson } from './json.ts'

const tags = ['mail']

/** What one is told by mail. */
export const mailChoices = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/mail',
      tags,
      summary: 'How often one gets which mail',
      ...guarded(member),
      responses: answers(MailChoicesJson),
    }),
    async (c) => c.json(await present(c), 200),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/me/mail',
      tags,
      summary: 'Choose how often one gets which mail',
      ...guarded(member),
      request: body(MailChoicesEdit),
      responses: answers(MailChoicesJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await chooseMail(world, site, signedIn(viewer).id, c.req.valid('json'))
      return c.json(await present(c), 200)
    },
  )

async function present(c: Context<Env>) {
  const { world, site, viewer } = c.var
  const choices = await readMailChoices(world.db, site.id, signedIn(viewer).id)
  if (!choices) throw new Problem('unauthenticated')
  return choices
}
