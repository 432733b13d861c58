import { z } from '@hono/zod-openapi'
import { MomentJson } from '../words.ts'
import type { LinkRow, ProviderRow } from './queries.ts'

/** A provider by which the team of the site signs in. Its secret is nowhere in it. */
export const OpenIdProviderJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    issuer: z.string(),
    /** What the provider is told to send people back to. */
    redirectUri: z.string(),
    /** Null until it is set up, with the secret; no sign-in page offers the provider before. */
    clientId: z.string().nullable(),
    createdAt: MomentJson,
    /** How many of the team have signed in by it. */
    people: z.int(),
  })
  .openapi('OpenIdProvider')
export type OpenIdProviderJson = z.infer<typeof OpenIdProviderJson>
export const OpenIdProviderListJson = z
  .object({ items: z.array(OpenIdProviderJson) })
  .openapi('OpenIdProviderList')
export type OpenIdProviderListJson = z.infer<typeof OpenIdProviderListJson>

/** A provider as its admins see it: nothing in it signs this server in. */
export function providerJson(row: ProviderRow, redirectUri: string): OpenIdProviderJson {
  const { id, name, issuer, client_id, created_at, people } = row
  return {
    id,
    name,
    issuer,
    redirectUri,
    clientId: client_id,
    createdAt: created_at.toISOString(),
    people,
  }
}

/** What a sign-in page says of a provider. */
const OpenIdChoiceJson = z.object({ id: z.uuid(), name: z.string() }).openapi('OpenIdChoice')
export type OpenIdChoiceJson = z.infer<typeof OpenIdChoiceJson>
/** What the sign-in page shows: the name of the site that one is about to enter, and who may vouch for one. */
export const OpenIdChoiceListJson = z
  .object({ site: z.object({ name: z.string() }), items: z.array(OpenIdChoiceJson) })
  .openapi('OpenIdChoiceList')
export type OpenIdChoiceListJson = z.infer<typeof OpenIdChoiceListJson>

/** Where the browser goes next: the provider's own page. */
export const OpenIdRequestJson = z.object({ url: z.string() }).openapi('OpenIdRequest')
export type OpenIdRequestJson = z.infer<typeof OpenIdRequestJson>

/** That oneself signs in by a provider, at this site. */
const OpenIdLinkJson = z
  .object({
    id: z.uuid(),
    provider: z.object({ id: z.uuid(), name: z.string() }),
    createdAt: MomentJson,
    usedAt: MomentJson,
  })
  .openapi('OpenIdLink')
export type OpenIdLinkJson = z.infer<typeof OpenIdLinkJson>
export const OpenIdLinkListJson = z.object({ items: z.array(OpenIdLinkJson) }).openapi('OpenIdLinkList')

export function linkJson({ id, provider_id, name, created_at, used_at }: LinkRow): OpenIdLinkJson {
  return {
    id,
    provider: { id: provider_id, name },
    createdAt: created_at.toISOString(),
    usedAt: used_at.toISOString(),
  }
}

/** What can be found in what an issuer says of itself; the admin has words for each. */
export const openIdFindings = [
  'read',
  'unread',
  'issuer_good',
  'issuer_other',
  'endpoints_good',
  'endpoint_wrong',
  'code_good',
  'code_none',
  's256_good',
  's256_none',
  's256_unsaid',
  'algorithm_good',
  'algorithm_none',
  'client_good',
  'client_none',
  'email_unsaid',
  'keys_good',
  'keys_unread',
  'keys_none',
] as const
export type OpenIdFindingCode = (typeof openIdFindings)[number]

const OpenIdFindingJson = z
  .object({
    state: z.enum(['good', 'bad', 'note']),
    code: z.enum(openIdFindings),
    /** What the words of the code speak of, such as `expected` or `reason`. */
    values: z.record(z.string(), z.string()),
  })
  .openapi('OpenIdFinding')
export type OpenIdFindingJson = z.infer<typeof OpenIdFindingJson>

/** What is right and wrong with an issuer, as it is read just now. */
export const OpenIdCheckJson = z
  .object({ good: z.boolean(), findings: z.array(OpenIdFindingJson) })
  .openapi('OpenIdCheck')
export type OpenIdCheckJson = z.infer<typeof OpenIdCheckJson>
