import { z } from '@hono/zod-openapi'
import { MomentJson } from '../words.ts'
import type { ApiKeyRow } from './queries.ts'
import { isScope, scopes } from './scopes.ts'

export const ScopeJson = z.enum(scopes)

const PersonJson = z.object({ id: z.uuid(), name: z.string() }).nullable()

/** A key as the admins see it: never the key itself, of which `lastFour` is all that is told. */
export const ApiKeyJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    lastFour: z.string(),
    scopes: z.array(ScopeJson),
    madeBy: PersonJson,
    createdAt: MomentJson,
    expiresAt: MomentJson,
    /** To the minute. */
    lastUsedAt: MomentJson.nullable(),
    endedAt: MomentJson.nullable(),
    /** Null where it was ended by nobody who is still known. */
    endedBy: PersonJson,
    /** Whether it opens anything at this moment. */
    works: z.boolean(),
  })
  .openapi('ApiKey')
export type ApiKeyJson = z.infer<typeof ApiKeyJson>

export const ApiKeyListJson = z.object({ items: z.array(ApiKeyJson) }).openapi('ApiKeyList')
export type ApiKeyListJson = z.infer<typeof ApiKeyListJson>

/** A key just made: `key` is shown this once. */
export const ApiKeyMadeJson = z.object({ apiKey: ApiKeyJson, key: z.string() }).openapi('ApiKeyMade')
export type ApiKeyMadeJson = z.infer<typeof ApiKeyMadeJson>

export function apiKeyJson(row: ApiKeyRow, now: Date): ApiKeyJson {
  const person = (id: string | null, name: string | null) => (id && name !== null ? { id, name } : null)
  return {
    id: row.id,
    name: row.name,
    lastFour: row.last_four,
    scopes: row.scopes.filter(isScope),
    madeBy: person(row.made_by, row.maker_name),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: person(row.ended_by, row.ender_name),
    works: row.ended_at === null && row.expires_at > now && row.maker_serves,
  }
}
