import { z } from '@hono/zod-openapi'
import { Cursor, Email, Limit, line, Words } from '../input.ts'
import { LocaleJson } from '../words.ts'

const memberName = line(1, 80)

export const MeEdit = z.strictObject({
  name: memberName.optional(),
  locale: LocaleJson.nullable().optional(),
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
