import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { anyone, member, signedIn, staff } from '../guards.ts'
import { requireSameOrigin } from '../http/cors.ts'
import { spend } from '../http/rate_limit.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { admit, presentStaff } from './admit.ts'
import { openEmailSession, sendCode, spendStaffCode } from './email_code.ts'
import { endHostSessions, endSession, endSessionsOf } from './end.ts'
import {
  ChallengeParam,
  CodeProof,
  EmailAddress,
  LinkToken,
  MemberCodeProof,
  SsoProof,
  SsoToken,
} from './input.ts'
import { ChallengeJson, SecondFactorJson, SessionJson, StaffSessionJson } from './json.ts'
import { openSsoSession } from './open.ts'
import { spendSignInLink } from './owner_link.ts'
import { endStaffSession, staffSession } from './staff_cookie.ts'

const tags = ['sessions']

export const sessions = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/sso',
      tags,
      summary: 'Exchange a token signed by the host for a session',
      ...guarded(anyone, 'signOns'),
      request: body(SsoProof),
      responses: answers(SessionJson, 201),
    }),
    async (c) => {
      const { world, site } = c.var
      return c.json(await openSsoSession(world, site, c.req.valid('json')), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/sso/sign-outs',
      tags,
      summary: 'End what the host signed somebody in to, on all devices',
      ...guarded(anyone, 'signOns'),
      request: body(SsoToken),
      responses: nothing,
    }),
    async (c) => {
      const { world, site } = c.var
      await endHostSessions(world, site, c.req.valid('json').token)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/email',
      tags,
      summary: 'Have a sign-in code sent by e-mail',
      ...guarded(anyone, 'changes', 'codesPerNetwork', 'codesPerSite'),
      request: body(EmailAddress),
      responses: answers(ChallengeJson, 202),
    }),
    async (c) => {
      const { world, site } = c.var
      if (site.settings.emailSignIn === false)
        throw new Problem('forbidden', 'This site does not offer sign-in by e-mail.')
      const { email, locale } = c.req.valid('json')
      await spend(c, 'codesPerAddress', email)
      return c.json(await sendCode(world, site, 'member', email, locale ?? site.locale), 202)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/email/{challenge}',
      tags,
      summary: 'Exchange a code for a session',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: { params: ChallengeParam, ...body(MemberCodeProof) },
      responses: answers(SessionJson, 201),
    }),
    async (c) => {
      const { world, site } = c.var
      const { locale, ...proof } = c.req.valid('json')
      const { challenge } = c.req.valid('param')
      return c.json(
        await openEmailSession(world, site, { ...proof, challenge, locale: locale ?? site.locale }),
        201,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/sessions/current',
      tags,
      summary: 'Sign out of the widget',
      ...guarded(member),
      responses: nothing,
    }),
    async (c) => {
      const { world, site } = c.var
      const token = (c.req.header('authorization') ?? '').slice('Bearer '.length)
      await endSession(world, site.id, token)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/sessions',
      tags,
      summary: 'Sign out of the widget on all devices',
      ...guarded(member),
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await endSessionsOf(world, site.id, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/link',
      tags,
      summary: 'Sign in to the admin by a one-time link',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: body(LinkToken),
      responses: { ...answers(StaffSessionJson, 201), ...answers(SecondFactorJson, 202) },
    }),
    async (c) => {
      requireSameOrigin(c)
      const { world, site } = c.var
      const accountId = await spendSignInLink(world, site, c.req.valid('json').token)
      return admit(c, { accountId, by: 'link' })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/email',
      tags,
      summary: 'Have a sign-in code for the admin sent by e-mail',
      ...guarded(anyone, 'changes', 'codesPerNetwork'),
      request: body(EmailAddress),
      responses: answers(ChallengeJson, 202),
    }),
    async (c) => {
      requireSameOrigin(c)
      const { world, site } = c.var
      const { email, locale } = c.req.valid('json')
      await spend(c, 'codesPerAddress', email)
      return c.json(await sendCode(world, site, 'staff', email, locale ?? site.locale), 202)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/email/{challenge}',
      tags,
      summary: 'Sign in to the admin by a code',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: { params: ChallengeParam, ...body(CodeProof) },
      responses: { ...answers(StaffSessionJson, 201), ...answers(SecondFactorJson, 202) },
    }),
    async (c) => {
      requireSameOrigin(c)
      const { world, site } = c.var
      const { code, device } = c.req.valid('json')
      const accountId = await spendStaffCode(world, site.id, {
        challenge: c.req.valid('param').challenge,
        code,
        device,
      })
      return admit(c, { accountId, by: 'code' })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/staff-sessions/current',
      tags,
      summary: 'Who is signed in to the admin',
      ...guarded(staff),
      responses: answers(StaffSessionJson),
    }),
    async (c) => {
      const session = await staffSession(c)
      if (!session) throw new Problem('unauthenticated')
      return c.json(await presentStaff(c, session), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/staff-sessions/current',
      tags,
      summary: 'Sign out of the admin',
      ...guarded(staff),
      responses: nothing,
    }),
    async (c) => {
      await endStaffSession(c)
      return c.body(null, 204)
    },
  )
