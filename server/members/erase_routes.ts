import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { activeMember, admins, signedIn } from '../guards.ts'
import { spend } from '../http/rate_limit.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { sendCode } from '../sessions/email_code.ts'
import { ChallengeJson } from '../sessions/json.ts'
import { eraseMember } from './erase.ts'
import { proofAsked, requireProof, tokenOf } from './erasure_proof.ts'
import { ErasureWish, MemberParam, RequestedErasure } from './input.ts'
import { ErasureJson } from './json.ts'

/** To be forgotten: by oneself, or by the team at a member's request. */
export const erasures = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/erasure',
      tags: ['me'],
      summary: 'What it takes to be erased',
      ...guarded(activeMember),
      responses: answers(ErasureJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const asked = await proofAsked(world, site.id, signedIn(viewer).id, tokenOf(c))
      return c.json(asked, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/me/erasure/codes',
      tags: ['me'],
      summary: 'Have a code sent to one’s own address, to be erased by it',
      ...guarded(activeMember, 'changes', 'codesPerNetwork', 'codesPerSite'),
      responses: answers(ChallengeJson, 202),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { email } = await proofAsked(world, site.id, signedIn(viewer).id, tokenOf(c))
      if (!email) throw new Problem('conflict', 'There is no address of yours that was proved.')
      await spend(c, 'codesPerAddress', email)
      const locale = c.req.query('locale')
      const known = locale === 'en' || locale === 'fr' || locale === 'de' ? locale : site.locale
      return c.json(await sendCode(world, site, 'erasure', email, known), 202)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/me/erasure',
      tags: ['me'],
      summary: 'Be erased: identity and sessions go, votes stay nameless, posts stay nameless or go',
      ...guarded(activeMember, 'changes', 'signInTries'),
      request: body(ErasureWish),
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id } = signedIn(viewer)
      const { posts, proof } = c.req.valid('json')
      await requireProof(world, site.id, id, tokenOf(c), proof)
      await eraseMember(world, { siteId: site.id, memberId: id, posts })
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/members/{id}/erasure',
      tags: ['members'],
      summary: 'Erase a member at their request',
      ...guarded(admins),
      request: { params: MemberParam, ...body(RequestedErasure) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id } = c.req.valid('param')
      const { posts, reason } = c.req.valid('json')
      if (!isId(id)) throw new Problem('not_found')
      const by = signedIn(viewer).id
      await eraseMember(world, { siteId: site.id, memberId: id, posts }, { by, reason })
      return c.body(null, 204)
    },
  )
