import { SignJWT } from 'jose'
import { companies, people } from '../../db/seeds/bakfleet/people.ts'
import { verifiers } from '../connections/queries.ts'
import type { World } from '../context.ts'
import { newId } from '../lib/ids.ts'
import type { Site } from '../sites/queries.ts'

const keys = ['lea-brandt', 'marit-solberg', 'tomasz-wrona', 'aurelie-tissot']

/** The customers of the demo's company that one may be on its page. */
export const visitors = keys.map((key) => people.find((person) => person.key === key)!)
export type Visitor = (typeof visitors)[number]

/** What the cookie says when nobody is signed in; without a cookie one is the first visitor. */
export const nobody = 'nobody'

export function visitorNamed(key: string | undefined): Visitor | undefined {
  if (key === nobody) return undefined
  return visitors.find((visitor) => visitor.key === key) ?? visitors[0]
}

const lifeInSeconds = 300

/**
 * What a company's own server does for a customer who is signed in there: a JWT (RFC 7519) that says who it
 * is, signed by the site's secret, to be exchanged once and within five minutes.
 */
export async function signToken(world: World, site: Site, visitor: Visitor): Promise<string> {
  const now = world.clock.now()
  const all = await verifiers(world.db, site.id, now)
  const secret = all.find(({ issuer, secrets }) => issuer === null && secrets.length)?.secrets[0]
  if (!secret) throw new Error('The demo site has no secret to sign with.')
  const company = companies.find((one) => one.key === visitor.company)
  const second = Math.floor(now.getTime() / 1000)
  return new SignJWT({
    name: visitor.name,
    email: visitor.email,
    locale: visitor.locale,
    ...(company
      ? {
          company: { id: company.key, name: company.name, plan: company.plan, revenue: company.revenue },
          attributes: company.pilot ? { pilot: true } : {},
        }
      : {}),
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setSubject(visitor.key)
    .setAudience(site.slug)
    .setJti(newId())
    .setIssuedAt(second)
    .setExpirationTime(second + lifeInSeconds)
    .sign(new TextEncoder().encode(secret))
}
