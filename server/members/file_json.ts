import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { RulingJson, rulingJson } from '../moderation/json.ts'
import type { RulingRow } from '../moderation/queries.ts'
import { SanctionJson, sanctionJson } from '../sanctions/json.ts'
import type { SanctionRow } from '../sanctions/queries.ts'
import { LocaleJson } from '../words.ts'
import type { MemberFileRow, MemberListRow } from './file_queries.ts'
import { avatarOf, StaffMemberJson } from './json.ts'
import type { PostOfRow } from './posts_of.ts'
import { OwnPostJson, ownPostJson } from './posts_of_json.ts'

/** A customer or guest as staff see them in the list of members. `lastSeen` is a day. */
export const MemberRowJson = StaffMemberJson.extend({
  company: z.string().nullable(),
  lastSeen: z.iso.date().nullable(),
  /** A suspension is in force. */
  suspended: z.boolean(),
}).openapi('MemberRow')
export type MemberRowJson = z.infer<typeof MemberRowJson>

/** All that the team sees of one person beside what they wrote. */
export const MemberFileJson = MemberRowJson.extend({
  locale: LocaleJson.nullable(),
  plan: z.string().nullable(),
  revenue: z.number().nullable(),
  attributes: z.record(z.string(), z.unknown()),
  posts: z.int(),
  votes: z.int(),
  /** The latest posts, twenty at most, those of archived boards left out. */
  latest: z.array(OwnPostJson),
  /** What was decided about their posts and about them, the latest first. */
  rulings: z.array(RulingJson),
  sanctions: z.array(SanctionJson),
}).openapi('MemberFile')
export type MemberFileJson = z.infer<typeof MemberFileJson>

export function memberRowJson(config: Config, siteId: string, row: MemberListRow): MemberRowJson {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    avatar: avatarOf(config, siteId, row),
    role: row.role,
    createdAt: row.created_at.toISOString(),
    company: row.company,
    lastSeen: row.last_seen,
    suspended: row.suspended,
  }
}

export function memberFileJson(
  config: Config,
  siteId: string,
  now: Date,
  file: {
    row: MemberFileRow
    latest: PostOfRow[]
    rulings: RulingRow[]
    sanctions: SanctionRow[]
  },
): MemberFileJson {
  const { row } = file
  return {
    ...memberRowJson(config, siteId, row),
    locale: row.locale as MemberFileJson['locale'],
    plan: row.plan,
    revenue: row.revenue,
    attributes: row.attributes,
    posts: row.posts,
    votes: row.votes,
    latest: file.latest.map(ownPostJson),
    rulings: file.rulings.map(rulingJson),
    sanctions: file.sanctions.map((sanction) => sanctionJson(sanction, now)),
  }
}
