import { z } from '@hono/zod-openapi'
import { Cursor, Email, Limit, line, text, Words } from '../input.ts'
import { LocaleJson } from '../words.ts'

const memberName = line(1, 80)

export const MeEdit = z.strictObject({
  name: memberName.optional(),
  locale: LocaleJson.nullable().optional(),
  votesShown: z.boolean().optional(),
})
export type MeEdit = z.infer<typeof MeEdit>

/** Numbers of threads, separated by commas; a hundred at most. */
export const OverlayQuery = z.strictObject({
  threads: z
    .string()
    .max(1000)
    .regex(/^$|^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,99}$/, 'must be at most 100 numbers, separated by commas')
    .transform((text) => (text === '' ? [] : text.split(',').map(Number)))
    .optional()
    .openapi({ type: 'string', maxLength: 1000, example: '1,2,3' }),
})

export const PageQuery = z.strictObject({ cursor: Cursor, limit: Limit })

export const MembersQuery = z.strictObject({
  /** The team by name (the default, also said by `role=staff`), or customers and guests, the latest first. */
  filter: z.enum(['team', 'customers', 'suspended']).optional(),
  role: z.literal('staff').optional(),
  q: Words.optional(),
  cursor: Cursor,
  limit: Limit,
})

export const TeamRole = z.enum(['owner', 'admin', 'moderator', 'product'])
export type TeamRole = z.infer<typeof TeamRole>

export const NewTeamMember = z.strictObject({ email: Email, name: memberName, role: TeamRole })
export type NewTeamMember = z.infer<typeof NewTeamMember>

export const TeamEdit = z.strictObject({ role: TeamRole })

export const MemberParam = z.object({ slug: z.string(), id: z.string().max(100) })

/** What becomes of one's posts: they stay without a name, or their words go. */
const PostsChoiceJson = z.enum(['keep', 'remove'])

/** `proof`: a code that was sent for this, where `GET me/erasure` asks for one. */
export const ErasureWish = z.strictObject({
  posts: PostsChoiceJson,
  proof: z
    .strictObject({
      challenge: z.uuid(),
      device: z.string().min(10).max(100),
      code: z.string().regex(/^\d{6}$/, 'must be six digits'),
    })
    .optional(),
})

/** `reason` stands in the audit log: who asked for it and when, and nothing that names them. */
export const RequestedErasure = z.strictObject({ posts: PostsChoiceJson, reason: text(1, 500) })
