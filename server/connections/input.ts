import { z } from '@hono/zod-openapi'
import { line } from '../input.ts'
import { AlgorithmJson } from './json.ts'

/** Of what a host may type, as it stands in its tokens: compared whole, so nothing is cleaned. */
const Issuer = z
  .string()
  .min(1)
  .max(255)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text), 'must not hold control characters')

const JwksUrl = z.url({ protocol: /^https?$/ }).max(2000)
const PastedKey = z.string().min(1).max(20_000)

export const NewConnection = z.strictObject({
  name: line(1, 60),
  algorithm: AlgorithmJson,
  issuer: Issuer.nullable().optional(),
  jwksUrl: JwksUrl.optional(),
  /** A public key, PEM or a JSON Web Key. */
  key: PastedKey.optional(),
  emailsVerified: z.boolean().optional(),
})
export type NewConnection = z.infer<typeof NewConnection>

export const ConnectionEdit = z.strictObject({
  name: line(1, 60).optional(),
  issuer: Issuer.nullable().optional(),
  jwksUrl: JwksUrl.nullable().optional(),
  emailsVerified: z.boolean().optional(),
})
export type ConnectionEdit = z.infer<typeof ConnectionEdit>

export const NewKey = z.strictObject({ key: PastedKey })
export const ConnectionParam = z.object({ slug: z.string(), id: z.string().max(100) })
export const ConnectionPartParam = ConnectionParam.extend({ part: z.string().max(100) })

/** Whatever was pasted: the answer says what it is not. */
export const TokenCheck = z.strictObject({ token: z.string().min(1).max(20_000) })
