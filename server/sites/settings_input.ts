import { z } from '@hono/zod-openapi'
import { isLoopback } from '../config.ts'
import { line, Slug } from '../input.ts'
import { LimitsEdit } from '../limits/input.ts'
import { LocaleJson } from '../words.ts'

// Words of our own addresses, such as /admin/assets: a site of that name would have no admin.
const reserved = ['assets', 'api', 'admin', 'widget', 'pictures']

/** What a new site is to be called in addresses. */
export const NewSlug = Slug.min(2, 'must have 2 characters or more').refine(
  (slug) => !reserved.includes(slug),
  'is a word of this server',
)

/** The same text in several languages; a language that is left out has none. */
export function byLocale(max: number) {
  const words = line(1, max).optional()
  return z.strictObject({ en: words, fr: words, de: words })
}

/** An origin as browsers send it, compared whole: no path, no wildcard, no trailing slash. */
const Origin = z
  .string()
  .max(300)
  .refine(isOrigin, 'must be exactly an origin such as https://www.example.com (http only for localhost)')

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  if (url.origin !== text || !/^([a-z0-9_.-]+|\[[0-9a-f:.]+\])$/.test(url.hostname)) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

export const Origins = z.array(Origin).max(20)

/** The page of the host on which the widget stands. Whether its origin is one of the site's is for the edit to know. */
const HostPage = z
  .string()
  .max(500)
  .refine(isPage, 'must be the https address of a page, without # (http only for localhost)')
  .transform((text) => new URL(text).href)
  .openapi({ type: 'string', format: 'uri', maxLength: 500 })

function isPage(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { origin, username, password, hash } = new URL(text)
  return isOrigin(origin) && !username && !password && !hash
}

export const siteName = line(1, 80)

export const SettingsEdit = z.strictObject({
  name: siteName.optional(),
  titles: byLocale(80).optional(),
  purposes: byLocale(300).optional(),
  promises: byLocale(120).optional(),
  locale: LocaleJson.optional(),
  showCompany: z.boolean().optional(),
  origins: Origins.optional(),
  emailSignIn: z.boolean().optional(),
  guests: z.boolean().optional(),
  hostPage: HostPage.nullable().optional(),
  hostPages: z
    .strictObject({ en: HostPage.optional(), fr: HostPage.optional(), de: HostPage.optional() })
    .optional(),
  limits: LimitsEdit.optional(),
})
export type SettingsEdit = z.infer<typeof SettingsEdit>
