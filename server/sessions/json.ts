import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { avatarOf } from '../members/json.ts'
import { LocaleJson, MomentJson, RoleJson } from '../words.ts'

export const SessionMemberJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    avatar: z.string().nullable(),
    locale: LocaleJson.nullable(),
    role: RoleJson,
  })
  .openapi('SessionMember')
export type SessionMemberJson = z.infer<typeof SessionMemberJson>

/** A bearer session for the widget; `token` is shown this once. */
export const SessionJson = z
  .object({ token: z.string(), expiresAt: MomentJson, member: SessionMemberJson })
  .openapi('Session')
export type SessionJson = z.infer<typeof SessionJson>

/** A code is on its way; `challenge` and the device secret (kept by the asking browser) go with it. */
export const ChallengeJson = z
  .object({ challenge: z.uuid(), device: z.string(), expiresAt: MomentJson })
  .openapi('Challenge')
export type ChallengeJson = z.infer<typeof ChallengeJson>

/** Who is signed in to the admin of this site, and which other sites the account may open. */
export const StaffSessionJson = z
  .object({
    member: SessionMemberJson,
    email: z.string(),
    operator: z.boolean(),
    site: z.object({ slug: z.string(), name: z.string() }),
    sites: z.array(z.object({ slug: z.string(), name: z.string(), role: RoleJson })),
    development: z.boolean(),
  })
  .openapi('StaffSession')
export type StaffSessionJson = z.infer<typeof StaffSessionJson>

interface MemberRow {
  id: string
  name: string
  avatar_url: string | null
  picture_id: string | null
  locale: string | null
  role: string
}

export function sessionMemberJson(config: Config, member: MemberRow, siteId: string): SessionMemberJson {
  return {
    id: member.id,
    name: member.name,
    avatar: avatarOf(config, siteId, member),
    locale: member.locale as SessionMemberJson['locale'],
    role: member.role as SessionMemberJson['role'],
  }
}

export function sessionJson(
  config: Config,
  token: string,
  expiresAt: Date,
  member: MemberRow,
  siteId: string,
): SessionJson {
  return { token, expiresAt: expiresAt.toISOString(), member: sessionMemberJson(config, member, siteId) }
}
