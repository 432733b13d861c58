import { z } from '@hono/zod-openapi'
import { line, unseen } from '../input.ts'

/** As the provider says it: it is compared whole, a slash at its end included. */
const Issuer = z
  .string()
  .trim()
  .max(500)
  .refine((text) => URL.canParse(text), 'must be an address')
  .refine((text) => !/[?#\s\\]|[^\x20-\x7e]/.test(text), 'must have no query, no fragment and no spaces')

// RFC 6749, appendix A: what a client's id and secret are made of.
const visible = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[\x20-\x7e]*$/, 'must be visible ASCII')

const Client = { clientId: visible(500), clientSecret: visible(2000) }

export const NewProvider = z.strictObject({
  name: line(1, 40),
  issuer: Issuer,
  clientId: Client.clientId.optional(),
  clientSecret: Client.clientSecret.optional(),
})
export type NewProvider = z.infer<typeof NewProvider>

export const ProviderEdit = z.strictObject({
  name: line(1, 40).optional(),
  clientId: Client.clientId.optional(),
  clientSecret: Client.clientSecret.optional(),
})
export type ProviderEdit = z.infer<typeof ProviderEdit>

export const IssuerCheck = z.strictObject({ issuer: Issuer })

/** `back` is the view of the admin that was asked for, below the site's own part of it. */
export const SignInWish = z.strictObject({
  provider: z.string().max(100),
  // One with characters that no address of ours has leads to the first view.
  back: z
    .string()
    .max(500)
    .transform((text) => (unseen.test(text) ? '' : text))
    .optional(),
})

export const LinkWish = z.strictObject({ provider: z.string().max(100) })

export const ProviderParam = z.object({ slug: z.string(), id: z.string().max(100) })
