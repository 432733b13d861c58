import * as openid from 'openid-client'
import type { Clock } from '../lib/clock.ts'
import { FetchRefused, type Outgoing, safeRequest } from '../lib/safe_fetch.ts'
import type { Metadata } from './metadata.ts'
import type { Provider } from './queries.ts'

const limits = { maxBytes: 128 * 1024, timeoutMs: 8000 }
/** Seconds by which two clocks may differ. */
const skew = 60
/** Seconds for which an ID token may have been on its way: it was asked for just now. */
const longestWay = 600

/** What goes to the provider and is held against what comes back. */
export interface Checks {
  state: string
  nonce: string
  verifier: string
}

/** What an ID token proves. */
export interface Proved {
  subject: string
  email: string | undefined
  emailVerified: boolean
}

/**
 * Why a provider's answer proves nothing: the person broke off, the provider would not go on, it could not be asked, or
 * what it said is not right.
 */
export class NotProved extends Error {
  readonly reason: 'denied' | 'refused' | 'away' | 'wrong'

  constructor(reason: NotProved['reason']) {
    super(`Not proved: ${reason}`)
    this.name = 'NotProved'
    this.reason = reason
  }
}

/**
 * This server as the client of one provider: the code flow of OpenID Connect Core 1.0 with PKCE (RFC 7636), by
 * openid-client. All it sends goes by `safeRequest`; the signature of an ID token is always verified.
 */
export class Client {
  private readonly provider: Provider
  private readonly metadata: Metadata
  private readonly configuration: openid.Configuration
  private readonly clock: Clock
  private readonly ahead: number

  constructor(provider: Provider, metadata: Metadata, clock: Clock, loopback: boolean) {
    this.provider = provider
    this.metadata = metadata
    this.clock = clock
    this.ahead = aheadOf(clock)
    const { client_id, client_secret } = provider
    const bySecret = metadata.token_endpoint_auth_methods_supported.includes('client_secret_basic')
      ? openid.ClientSecretBasic(client_secret)
      : openid.ClientSecretPost(client_secret)
    const times = { [openid.clockSkew]: this.ahead, [openid.clockTolerance]: skew }
    this.configuration = new openid.Configuration({ ...metadata }, client_id, times, bySecret)
    this.configuration[openid.customFetch] = (url, options) => ask(url, options, loopback)
    openid.enableNonRepudiationChecks(this.configuration)
    if (loopback) openid.allowInsecureRequests(this.configuration)
  }

  /** Whether it is of this provider as it is set up now, and knows of its keys by this metadata. */
  is(provider: Provider, metadata: Metadata, clock: Clock): boolean {
    const { issuer, client_id, client_secret } = this.provider
    return (
      metadata === this.metadata &&
      provider.issuer === issuer &&
      provider.client_id === client_id &&
      provider.client_secret === client_secret &&
      aheadOf(clock) === this.ahead
    )
  }

  /** The provider's page that asks who somebody is. */
  async address(redirectUri: string, { state, nonce, verifier }: Checks): Promise<string> {
    // Where a provider takes wishes, the address is wished for in the ID token, which is all that is read.
    const wish = { id_token: { email: { essential: true }, email_verified: { essential: true } } }
    return openid.buildAuthorizationUrl(this.configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(this.metadata.claims_parameter_supported ? { claims: JSON.stringify(wish) } : {}),
    }).href
  }

  /** Exchanges the code of an address that the browser came back to. Throws a NotProved. */
  async prove(cameBackTo: URL, { state, nonce, verifier }: Checks): Promise<Proved> {
    try {
      const tokens = await openid.authorizationCodeGrant(this.configuration, cameBackTo, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      return this.read(tokens.claims())
    } catch (error) {
      if (error instanceof NotProved) throw error
      // What the library says holds what was sent: codes and tokens. Nothing of it goes on from here.
      throw new NotProved(reasonOf(error))
    }
  }

  private read(claims: openid.IDToken | undefined): Proved {
    if (!claims || !isSubject(claims.sub)) throw new NotProved('wrong')
    const age = this.clock.now().getTime() / 1000 - claims.iat
    if (!(age >= -skew && age <= longestWay)) throw new NotProved('wrong')
    const { email, email_verified } = claims
    return {
      subject: claims.sub,
      email: typeof email === 'string' ? email : undefined,
      emailVerified: email_verified === true,
    }
  }
}

// Core 1.0, 2: at most 255 characters of ASCII.
function isSubject(sub: unknown): sub is string {
  return typeof sub === 'string' && /^[\x20-\x7e]{1,255}$/.test(sub)
}

/** Seconds by which our clock is ahead of the machine's, which the library reads: none, but where a test moves it. */
function aheadOf(clock: Clock): number {
  return Math.round((clock.now().getTime() - Date.now()) / 1000)
}

function reasonOf(error: unknown): NotProved['reason'] {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'denied' : 'refused'
  // Such as a secret that the provider does not know.
  if (error instanceof openid.ResponseBodyError || error instanceof openid.WWWAuthenticateChallengeError)
    return 'refused'
  for (let one = error, depth = 0; one instanceof Error && depth < 5; one = one.cause, depth++)
    if (one instanceof FetchRefused) return 'away'
  return 'wrong'
}

/** The library's fetch: one request that follows nothing and reaches nothing inside. */
async function ask(url: string, options: openid.CustomFetchOptions, loopback: boolean): Promise<Response> {
  const { status, type, text } = await safeRequest(url, outgoing(options), { ...limits, loopback })
  if (status < 200 || status >= 500) throw new FetchRefused('status')
  // Those that may have no body may not be made with one.
  const body = [204, 205, 304].includes(status) ? null : text
  return new Response(body, { status, headers: { 'content-type': type } })
}

function outgoing({ method, headers, body }: openid.CustomFetchOptions): Outgoing {
  return {
    method: method === 'POST' ? 'POST' : 'GET',
    headers,
    ...(body === undefined || body === null ? {} : { body: String(body) }),
  }
}
