import { z } from '@hono/zod-openapi'
import { BoardJson, RuleJson, StageJson, StatusJson, TagJson } from '../boards/json.ts'
import type { Config } from '../config.ts'
import { LimitJson, limitsJson } from '../limits/json.ts'
import { ThreadPageJson } from '../threads/json.ts'
import { LocaleJson, MomentJson, NamesJson } from '../words.ts'
import type { Site } from './queries.ts'
import { hostPageOf, hostPagesOf } from './words.ts'

/** What a widget needs to know of its site. */
export const SiteJson = z
  .object({
    slug: z.string(),
    name: z.string(),
    locale: LocaleJson,
    titles: NamesJson,
    purposes: NamesJson,
    /** When the team usually answers, in words, e.g. "within 3 h, Mon to Fri". */
    promises: NamesJson,
    emailSignIn: z.boolean(),
    /** Whether a visitor may take part as a guest of their device. */
    guests: z.boolean(),
  })
  .openapi('Site')
export type SiteJson = z.infer<typeof SiteJson>

/** All that the widget's first view shows, in one answer. */
export const OpeningJson = z
  .object({
    site: SiteJson,
    boards: z.array(BoardJson),
    statuses: z.array(StatusJson),
    stages: z.array(StageJson),
    tags: z.array(TagJson),
    rules: z.array(RuleJson),
    /** The board shown: the asked one, or the first. Null where the viewer may read none. */
    board: z.string().nullable(),
    threads: ThreadPageJson,
    /** The pages of the host on which the widget stands, in any language: what links there is a place in it. */
    hostPages: z.array(z.string()),
  })
  .openapi('Opening')
export type OpeningJson = z.infer<typeof OpeningJson>

export const SettingsJson = SiteJson.extend({
  showCompany: z.boolean(),
  origins: z.array(z.string()),
  /** The page of the host to which public pages lead; null where there is none, or its origin is gone. */
  hostPage: z.string().nullable(),
  /** Those for readers of one language, to which mails in it lead. */
  hostPages: NamesJson,
  limits: z.array(LimitJson),
  widgetTag: z.string(),
}).openapi('Settings')
export type SettingsJson = z.infer<typeof SettingsJson>

/** The site's public face, from its row. */
export function siteJson(site: Site): SiteJson {
  return {
    slug: site.slug,
    name: site.name,
    locale: site.locale,
    titles: site.texts.titles ?? {},
    purposes: site.texts.purposes ?? {},
    promises: site.texts.promises ?? {},
    emailSignIn: site.settings.emailSignIn ?? true,
    guests: site.settings.guests ?? false,
  }
}

export function settingsJson(config: Config, site: Site): SettingsJson {
  return {
    ...siteJson(site),
    showCompany: site.settings.showCompany ?? false,
    origins: [...site.origins].sort(),
    hostPage: hostPageOf(site),
    hostPages: hostPagesOf(site),
    limits: limitsJson(site),
    widgetTag: widgetTag(config, site.slug),
  }
}

/** What the host puts into its page. */
function widgetTag(config: Config, slug: string): string {
  const script = new URL('widget.js', config.publicUrl).href
  return `<script type="module" src="${script}"></script>\n<parvis-board site="${slug}"></parvis-board>`
}

export const SiteListJson = z
  .object({
    items: z.array(
      z.object({ slug: z.string(), name: z.string(), locale: LocaleJson, createdAt: MomentJson }),
    ),
  })
  .openapi('SiteList')
export type SiteListJson = z.infer<typeof SiteListJson>

/** Shown this once: the key of host sign-on, and the link that signs the owner in. */
export const SiteCreatedJson = z
  .object({ slug: z.string(), ssoSecret: z.string(), ownerLink: z.string() })
  .openapi('SiteCreated')

/** Shown this once: a link that signs the owner in. */
export const OwnerLinkJson = z.object({ slug: z.string(), ownerLink: z.string() }).openapi('OwnerLink')
export type OwnerLinkJson = z.infer<typeof OwnerLinkJson>

/** Shown this once: a new key of host sign-on, and until when the ones before it hold. */
export const SiteSecretJson = z
  .object({ slug: z.string(), ssoSecret: z.string(), oldOnesHoldUntil: MomentJson })
  .openapi('SiteSecret')
export type SiteSecretJson = z.infer<typeof SiteSecretJson>
