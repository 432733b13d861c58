import { z } from '@hono/zod-openapi'

// The small vocabulary that every noun's JSON shares.

export const locales = ['en', 'fr', 'de'] as const
export type Locale = (typeof locales)[number]
export const LocaleJson = z.enum(locales)

export const kinds = ['idea', 'question', 'discussion', 'announcement'] as const
export const KindJson = z.enum(kinds)
export type Kind = z.infer<typeof KindJson>

export const categories = ['open', 'review', 'planned', 'building', 'shipped', 'closed'] as const
export const CategoryJson = z.enum(categories)
export type Category = z.infer<typeof CategoryJson>

export const sorts = ['top', 'trending', 'new', 'active'] as const
export const SortJson = z.enum(sorts)
export type Sort = z.infer<typeof SortJson>

/** The icons a board may have, drawn in widget/ui/board_icons.ts. */
export const boardIcons = [
  'idea',
  'question',
  'talk',
  'news',
  'map',
  'tool',
  'phone',
  'lock',
  'people',
  'book',
  'heart',
  'star',
] as const
export const BoardIconJson = z.enum(boardIcons).openapi('BoardIcon')
export type BoardIcon = z.infer<typeof BoardIconJson>

export const roles = ['owner', 'admin', 'moderator', 'product', 'member', 'guest'] as const
export const RoleJson = z.enum(roles)
export type Role = z.infer<typeof RoleJson>

/** How many were tried again at one asking; there may be more. */
export const TriedJson = z.object({ tried: z.int() }).openapi('Tried')

/** Names by language; a reader shows `names[locale] ?? name`. */
export const NamesJson = z.partialRecord(LocaleJson, z.string())
export type Names = Partial<Record<Locale, string>>

/** A moment, ISO 8601 in UTC. */
export const MomentJson = z.iso.datetime()
