import { z } from 'zod'
import { allowedUrl } from '../lib/safe_fetch.ts'
import type { OpenIdFindingCode, OpenIdFindingJson } from './json.ts'

/** Signatures that an ID token may have: by keys that the provider publishes. None at all, or a shared secret, never. */
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

/** Ways in which this server may show its secret. */
const clientAuthentications = ['client_secret_basic', 'client_secret_post']

/** What an issuer says of itself, as far as it is used here (OpenID Connect Discovery 1.0, 3; RFC 8414, 2). */
export interface Metadata {
  issuer: string
  authorization_endpoint: string
  token_endpoint: string
  jwks_uri: string
  id_token_signing_alg_values_supported: string[]
  token_endpoint_auth_methods_supported: string[]
  authorization_response_iss_parameter_supported: boolean
  claims_parameter_supported: boolean
}

const strings = z.array(z.string()).optional().catch([])
const address = z.string().max(2000).optional().catch(undefined)
const flag = z.boolean().optional().catch(undefined)

const Document = z.object({
  issuer: z.string().catch(''),
  authorization_endpoint: address,
  token_endpoint: address,
  jwks_uri: address,
  response_types_supported: strings,
  grant_types_supported: strings,
  scopes_supported: strings,
  code_challenge_methods_supported: strings,
  id_token_signing_alg_values_supported: strings,
  token_endpoint_auth_methods_supported: strings,
  authorization_response_iss_parameter_supported: flag,
  claims_parameter_supported: flag,
})
type Document = z.infer<typeof Document>

/** The address of an issuer's document: its own path, with this after it. */
export function documentOf(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
}

export const finding = (
  state: OpenIdFindingJson['state'],
  code: OpenIdFindingCode,
  values: Record<string, string> = {},
): OpenIdFindingJson => ({ state, code, values })

const clip = (text: string) => (text.length > 200 ? `${text.slice(0, 199)}…` : text).toWellFormed()

/** Judges an issuer's document, and gives what is used of it where nothing is wrong. */
export function judgeDocument(
  issuer: string,
  text: string,
  loopback: boolean,
): { findings: OpenIdFindingJson[]; metadata?: Metadata } {
  const document = parse(text)
  if (!document) return { findings: [finding('bad', 'unread', { reason: 'form' })] }
  const findings = [
    finding('good', 'read'),
    judgeIssuer(document, issuer),
    ...judgeEndpoints(document, loopback),
    judgeCode(document),
    judgeS256(document),
    judgeAlgorithm(document),
    judgeClient(document),
    ...judgeEmail(document),
  ]
  return findings.some(({ state }) => state === 'bad') ? { findings } : { findings, metadata: used(document) }
}

function parse(text: string): Document | undefined {
  try {
    return Document.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function judgeIssuer(document: Document, issuer: string): OpenIdFindingJson {
  return document.issuer === issuer
    ? finding('good', 'issuer_good', { issuer })
    : finding('bad', 'issuer_other', { issuer, said: clip(document.issuer) })
}

function judgeEndpoints(document: Document, loopback: boolean): OpenIdFindingJson[] {
  const wrong = (['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const).filter(
    (name) => !allowedUrl(document[name] ?? '', loopback),
  )
  if (!wrong.length) return [finding('good', 'endpoints_good')]
  return wrong.map((name) => finding('bad', 'endpoint_wrong', { name }))
}

// What is left out has a meaning by the standard: the code flow for grants, RS256, the secret in a header.
function judgeCode({ response_types_supported, grant_types_supported }: Document): OpenIdFindingJson {
  const grants = grant_types_supported ?? ['authorization_code']
  const offered = response_types_supported?.includes('code') && grants.includes('authorization_code')
  return offered ? finding('good', 'code_good') : finding('bad', 'code_none')
}

// Some that heed a code challenge do not say so; it is sent in any case.
function judgeS256({ code_challenge_methods_supported: methods }: Document): OpenIdFindingJson {
  if (!methods) return finding('note', 's256_unsaid')
  return methods.includes('S256') ? finding('good', 's256_good') : finding('bad', 's256_none')
}

const algorithmsOf = ({ id_token_signing_alg_values_supported: said }: Document) =>
  (said ?? ['RS256']).filter((one) => algorithms.includes(one))

function judgeAlgorithm(document: Document): OpenIdFindingJson {
  const fitting = algorithmsOf(document)
  return fitting.length
    ? finding('good', 'algorithm_good', { algorithms: fitting.join(', ') })
    : finding('bad', 'algorithm_none')
}

const authenticationsOf = ({ token_endpoint_auth_methods_supported: said }: Document) =>
  (said ?? ['client_secret_basic']).filter((one) => clientAuthentications.includes(one))

function judgeClient(document: Document): OpenIdFindingJson {
  return authenticationsOf(document).length ? finding('good', 'client_good') : finding('bad', 'client_none')
}

function judgeEmail({ scopes_supported: scopes }: Document): OpenIdFindingJson[] {
  return scopes && !scopes.includes('email') ? [finding('note', 'email_unsaid')] : []
}

function used(document: Document): Metadata {
  return {
    issuer: document.issuer,
    authorization_endpoint: document.authorization_endpoint!,
    token_endpoint: document.token_endpoint!,
    jwks_uri: document.jwks_uri!,
    id_token_signing_alg_values_supported: algorithmsOf(document),
    token_endpoint_auth_methods_supported: authenticationsOf(document),
    authorization_response_iss_parameter_supported:
      document.authorization_response_iss_parameter_supported ?? false,
    claims_parameter_supported: document.claims_parameter_supported ?? false,
  }
}
