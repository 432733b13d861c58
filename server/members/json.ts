import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { ReactionNameJson } from '../reactions/json.ts'
import { SuspensionJson } from '../sanctions/suspension_json.ts'
import type { Site } from '../sites/queries.ts'
import { LocaleJson, MomentJson, type Role, RoleJson } from '../words.ts'
import type { MeRow, OverlayRow } from './me_queries.ts'
import type { StaffRow } from './queries.ts'

export type { MemberFileJson, MemberRowJson } from './file_json.ts'
export type { MyPostPageJson, ProfilePostPageJson } from './posts_of_json.ts'
export type { ProfileJson } from './profile_json.ts'

/** A person as others see them beside a post. `team` is true for staff, `guest` for who did not sign in; `company` only where the site shows it. */
export const AuthorJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    avatar: z.string().nullable(),
    team: z.boolean(),
    guest: z.boolean(),
    company: z.string().nullable(),
  })
  .openapi('Author')
export type AuthorJson = z.infer<typeof AuthorJson>

/** Oneself. `managed` means that the host's sign-on sets name and picture. */
export const MeJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    avatar: z.string().nullable(),
    locale: LocaleJson.nullable(),
    role: RoleJson,
    company: z.string().nullable(),
    managed: z.boolean(),
    /** Whether one's public page also shows what one voted for. */
    votesShown: z.boolean(),
    createdAt: MomentJson,
    posts: z.int(),
    votes: z.int(),
    unread: z.int(),
    /** Why and until when one is suspended here, while that holds. */
    suspension: SuspensionJson.nullable(),
  })
  .openapi('Me')
export type MeJson = z.infer<typeof MeJson>

/** What it takes to be erased: a code sent to `email`, a sign-in of the last ten minutes (`fresh`), nothing, or to leave the team first. */
export const ErasureJson = z
  .object({
    proof: z.enum(['code', 'session', 'none', 'team']),
    email: z.string().nullable(),
    fresh: z.boolean(),
  })
  .openapi('Erasure')
export type ErasureJson = z.infer<typeof ErasureJson>

/** What it takes to be given one's file: a sign-in that is `fresh`, by a code to `email`, anew where the host signs on, or none. */
export const ExportProofJson = z
  .object({
    proof: z.enum(['code', 'session', 'none']),
    email: z.string().nullable(),
    fresh: z.boolean(),
  })
  .openapi('ExportProof')
export type ExportProofJson = z.infer<typeof ExportProofJson>

/**
 * What is personal about a page of threads: which of them I voted for and follow, how far I read in those that I
 * opened, whether somebody replied since (`fresh`), and how many notifications wait.
 */
export const OverlayJson = z
  .object({
    member: z.object({
      id: z.uuid(),
      name: z.string(),
      avatar: z.string().nullable(),
      role: RoleJson,
      /** One is suspended here now; `GET me` says why and until when. */
      suspended: z.boolean(),
    }),
    voted: z.array(z.int()),
    followed: z.array(z.int()),
    /** The boards that one follows, by their slugs. */
    boards: z.array(z.string()),
    visits: z.array(z.object({ thread: z.int(), readUntil: MomentJson, fresh: z.boolean() })),
    /** One’s reactions to posts of these threads, by post. */
    reacted: z.record(z.uuid(), z.array(ReactionNameJson)),
    unread: z.int(),
  })
  .openapi('Overlay')
export type OverlayJson = z.infer<typeof OverlayJson>

/** A member as staff see them in lists: team page, assignment picker. */
export const StaffMemberJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    avatar: z.string().nullable(),
    role: RoleJson,
    createdAt: MomentJson,
  })
  .openapi('StaffMember')
export type StaffMemberJson = z.infer<typeof StaffMemberJson>

/** `role` is what this session may do here, not what its person may do elsewhere. */
export function meJson(
  config: Config,
  siteId: string,
  row: MeRow,
  role: Role,
  suspension: SuspensionJson | null,
): MeJson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    avatar: avatarOf(config, siteId, row),
    locale: row.locale as MeJson['locale'],
    role,
    company: row.company,
    managed: row.managed,
    votesShown: row.votes_shown,
    createdAt: row.created_at.toISOString(),
    posts: row.posts,
    votes: row.votes,
    unread: row.unread,
    suspension,
  }
}

export function overlayJson(
  config: Config,
  siteId: string,
  row: OverlayRow,
  role: Role,
  suspended: boolean,
): OverlayJson {
  const { id, name } = row
  return {
    member: { id, name, avatar: avatarOf(config, siteId, row), role, suspended },
    voted: row.voted,
    followed: row.followed,
    boards: row.boards,
    visits: row.visits.map((one) => ({ ...one, readUntil: new Date(one.readUntil).toISOString() })),
    reacted: row.reacted,
    unread: row.unread,
  }
}

/** Where a member's picture is: the one put here, else the one its host named. */
export function avatarOf(
  config: Config,
  siteId: string,
  member: { avatar_url: string | null; picture_id: string | null },
): string | null {
  if (member.picture_id) return new URL(`pictures/${siteId}/${member.picture_id}`, config.publicUrl).href
  return member.avatar_url
}

/** The columns that every query names an author by. */
export interface AuthorColumns {
  author_id: string | null
  author_name: string | null
  author_role: string | null
  author_avatar: string | null
  author_picture: string | null
  author_company: string | null
}

// A key speaks for the team that made it.
const teamRoles = new Set(['owner', 'admin', 'moderator', 'product', 'key'])

/** Null where the author was erased. */
export function authorJson(config: Config, site: Site, row: AuthorColumns): AuthorJson | null {
  if (!row.author_id || row.author_name === null) return null
  return {
    id: row.author_id,
    name: row.author_name,
    avatar: avatarOf(config, site.id, { avatar_url: row.author_avatar, picture_id: row.author_picture }),
    team: teamRoles.has(row.author_role ?? ''),
    guest: row.author_role === 'guest',
    company: site.settings.showCompany ? row.author_company : null,
  }
}

export function staffMemberJson(config: Config, siteId: string, row: StaffRow): StaffMemberJson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    avatar: avatarOf(config, siteId, row),
    role: row.role,
    createdAt: row.created_at.toISOString(),
  }
}
