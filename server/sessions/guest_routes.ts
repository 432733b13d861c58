import { createRoute } from '@hono/zod-openapi'
import { anyone } from '../guards.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { challengeGuest, openGuestSession, reopenGuestSession } from './guest.ts'
import { GuestDevice, GuestProof } from './input.ts'
import { GuestChallengeJson, GuestSessionJson, SessionJson } from './json.ts'

const tags = ['sessions']

/** Who takes part without an address or an account, where the site allows it. */
export const guests = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/guest-challenges',
      tags,
      summary: 'What a browser works on before it may be a guest’s (ALTCHA)',
      ...guarded(anyone),
      responses: answers(GuestChallengeJson, 201),
    }),
    async (c) => c.json(await challengeGuest(c.var.world, c.var.site), 201),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/guest',
      tags,
      summary: 'Exchange a worked-on challenge for a guest’s session and the secret of the device',
      ...guarded(anyone, 'changes', 'signInTries', 'guestsPerNetwork', 'guestsPerSite'),
      request: body(GuestProof),
      responses: answers(GuestSessionJson, 201),
    }),
    async (c) => {
      const { world, site } = c.var
      return c.json(await openGuestSession(world, site, c.req.valid('json')), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/sessions/guest/device',
      tags,
      summary: 'Come back as the guest of a device',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: body(GuestDevice),
      responses: answers(SessionJson, 201),
    }),
    async (c) => {
      const { world, site } = c.var
      return c.json(await reopenGuestSession(world, site, c.req.valid('json').device), 201)
    },
  )
