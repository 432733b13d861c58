import { z } from '@hono/zod-openapi'
import { MomentJson } from '../words.ts'

export const algorithms = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const
export const AlgorithmJson = z.enum(algorithms)
export type Algorithm = (typeof algorithms)[number]

/** A secret of a connection, without the secret: when it was made, and until when it holds (null: until a new one). */
export const ConnectionSecretJson = z
  .object({ id: z.uuid(), createdAt: MomentJson, expiresAt: MomentJson.nullable() })
  .openapi('ConnectionSecret')
export type ConnectionSecretJson = z.infer<typeof ConnectionSecretJson>

/** A public key of a connection; `thumbprint` is RFC 7638, SHA-256. */
export const ConnectionKeyJson = z
  .object({ id: z.uuid(), createdAt: MomentJson, thumbprint: z.string() })
  .openapi('ConnectionKey')
export type ConnectionKeyJson = z.infer<typeof ConnectionKeyJson>

/** A way in which a host signs its customers on. */
export const ConnectionJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The only one that its tokens may be signed with. */
    algorithm: AlgorithmJson,
    /** What `iss` must be; null where it is not looked at. */
    issuer: z.string().nullable(),
    jwksUrl: z.string().nullable(),
    /** Whether the host has checked the addresses that it sends, so that people are known again by them. */
    emailsVerified: z.boolean(),
    createdAt: MomentJson,
    secrets: z.array(ConnectionSecretJson),
    keys: z.array(ConnectionKeyJson),
  })
  .openapi('Connection')
export type ConnectionJson = z.infer<typeof ConnectionJson>

export const ConnectionListJson = z.object({ items: z.array(ConnectionJson) }).openapi('ConnectionList')
export type ConnectionListJson = z.infer<typeof ConnectionListJson>

/** `secret` is shown this once; null where the connection verifies by public keys. */
export const ConnectionMadeJson = z
  .object({ connection: ConnectionJson, secret: z.string().nullable() })
  .openapi('ConnectionMade')
export type ConnectionMadeJson = z.infer<typeof ConnectionMadeJson>

/** A new secret, shown this once, and until when the ones before it hold. */
export const NewSecretJson = z
  .object({ secret: z.string(), oldOnesHoldUntil: MomentJson })
  .openapi('NewSecret')
export type NewSecretJson = z.infer<typeof NewSecretJson>

export interface ConnectionRow {
  id: string
  name: string
  algorithm: string
  issuer: string | null
  jwks_url: string | null
  emails_verified: boolean
  created_at: Date
  secrets: { id: string; created_at: string; expires_at: string | null }[]
  keys: { id: string; created_at: string; thumbprint: string }[]
}

/** A connection as its admins see it: nothing in it signs or verifies. */
export function connectionJson(row: ConnectionRow): ConnectionJson {
  return {
    id: row.id,
    name: row.name,
    algorithm: row.algorithm as Algorithm,
    issuer: row.issuer,
    jwksUrl: row.jwks_url,
    emailsVerified: row.emails_verified,
    createdAt: row.created_at.toISOString(),
    secrets: row.secrets.map(({ id, created_at, expires_at }) => ({
      id,
      createdAt: moment(created_at),
      expiresAt: expires_at === null ? null : moment(expires_at),
    })),
    keys: row.keys.map(({ id, created_at, thumbprint }) => ({
      id,
      createdAt: moment(created_at),
      thumbprint,
    })),
  }
}

/** Moments inside of JSON come from PostgreSQL as text. */
const moment = (text: string): string => new Date(text).toISOString()
