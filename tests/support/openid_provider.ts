import { createServer, type RequestListener } from 'node:http'
import { SignJWT } from 'jose'
import Provider from 'oidc-provider'
import { makeHostKey } from './host_keys.ts'
import { listening } from './http_server.ts'
import type { Person, TestSite } from './world.ts'

export const clientId = 'parvis'
export const clientSecret = 'a secret / of: the provider’s'.replace('’', "'")

const signingKey = { ...makeHostKey('RS256').privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }

/** What an account of a provider says of somebody. */
export interface Claims {
  email?: string
  email_verified?: boolean
}

/** A provider that is set up in a site. */
export interface SetUp {
  id: string
  issuer: string
  redirectUri: string
}

/** A server of the test's with an issuer's address, and what it answers with. */
abstract class Issuer {
  readonly issuer: string
  readonly asked: string[] = []
  readonly close: () => Promise<void>
  /** Keeps no process waiting for it. */
  unref = (): void => {}
  protected listener: RequestListener = (_, response) => response.writeHead(404).end()

  protected constructor(origin: string, close: () => Promise<void>) {
    this.issuer = origin
    this.close = close
  }

  protected static async listen<T extends Issuer>(
    make: new (origin: string, close: () => Promise<void>) => T,
  ): Promise<T> {
    const server = createServer()
    const { origin, close } = await listening(server)
    const made = new make(origin, close)
    made.unref = () => void server.unref()
    server.on('request', (request, response) => {
      made.asked.push(`${request.method} ${request.url?.split('?')[0]}`)
      made.listener(request, response)
    })
    return made
  }

  /** Sets it up in a site, as an admin does: the redirect URI first, then the client that the provider gave for it. */
  async setUp(site: TestSite, admin: Person, name = 'Acme ID'): Promise<SetUp> {
    const { id, redirectUri } = (await site.post('openid-providers', { name, issuer: this.issuer }, admin))
      .body
    this.register(redirectUri)
    const client = await site.patch(`openid-providers/${id}`, { clientId, clientSecret }, admin)
    if (client.status !== 200) throw new Error(`Not set up: ${client.text}`)
    return { id, issuer: this.issuer, redirectUri }
  }

  protected register(_redirectUri: string): void {}
}

/** The package oidc-provider, which is certified, at a port of this machine. */
export class RealProvider extends Issuer {
  /** Its accounts by what one types to sign in there. */
  readonly accounts = new Map<string, Claims>()
  private readonly redirectUris: string[] = []

  constructor(origin: string, close: () => Promise<void>) {
    super(origin, close)
  }

  static open(): Promise<RealProvider> {
    return Issuer.listen(RealProvider)
  }

  /** Takes a redirect URI, as its own admin page would. */
  admit(redirectUri: string): void {
    this.register(redirectUri)
  }

  protected override register(redirectUri: string): void {
    this.redirectUris.push(redirectUri)
    const provider = new Provider(this.issuer, {
      clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: this.redirectUris }],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      conformIdTokenClaims: false,
      pkce: { required: () => true },
      cookies: { keys: ['of the tests'] },
      features: { devInteractions: { enabled: true } },
      jwks: { keys: [signingKey] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      findAccount: (_: unknown, sub: string) => ({
        accountId: sub,
        claims: () => ({ sub, ...this.accounts.get(sub) }),
      }),
    })
    this.listener = provider.callback()
  }

  /** Walks through its pages as somebody's browser does; gives the address that it sends them back to. */
  async walk(address: string, login: string, end: 'goes on' | 'breaks off' = 'goes on'): Promise<string> {
    const jar = new Map<string, string>()
    let at = address
    for (let step = 0; step < 20; step++) {
      const page = await visit(jar, at)
      if (page.location) {
        at = new URL(page.location, at).href
        if (!at.startsWith(this.issuer)) return at
        continue
      }
      const form = /action="([^"]+)"/.exec(page.text)?.[1]
      const prompt = /name="prompt" value="(\w+)"/.exec(page.text)?.[1]
      if (!form || !prompt) throw new Error(`No form at ${at}: ${page.text.slice(0, 500)}`)
      if (end === 'breaks off') {
        at = `${new URL(form, at).href}/abort`
        continue
      }
      const sent = await visit(
        jar,
        new URL(form, at).href,
        new URLSearchParams({ prompt, login, password: 'x' }),
      )
      at = new URL(sent.location!, at).href
    }
    throw new Error('The provider goes round in circles.')
  }
}

async function visit(jar: Map<string, string>, address: string, form?: URLSearchParams) {
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    ...(form ? { method: 'POST', body: form } : {}),
  })
  for (const cookie of response.headers.getSetCookie()) {
    const [name, ...value] = cookie.split(';')[0]!.split('=')
    jar.set(name!, value.join('='))
  }
  return { location: response.headers.get('location'), text: await response.text() }
}

/** An issuer that says what a test wants, true or not. */
export class LyingProvider extends Issuer {
  readonly key = makeHostKey('ES256')
  /** Changes of what it says of itself. */
  document: Record<string, unknown> = {}
  /** What it answers for a code; it may sign with `sign`. */
  token: (nonce: string) => Promise<string> = (nonce) => this.sign({ nonce })
  /** Answers of its own for a path, in place of its usual ones. */
  readonly answers = new Map<string, RequestListener>()
  private nonce = ''

  constructor(origin: string, close: () => Promise<void>) {
    super(origin, close)
    this.listener = (request, response) => {
      const path = request.url!.split('?')[0]!
      const own = this.answers.get(path)
      if (own) return own(request, response)
      void this.say(path).then((body) => {
        response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' })
        response.end(JSON.stringify(body ?? {}))
      })
    }
  }

  static open(): Promise<LyingProvider> {
    return Issuer.listen(LyingProvider)
  }

  private async say(path: string): Promise<Record<string, unknown> | undefined> {
    if (path === '/.well-known/openid-configuration') return this.describe()
    if (path === '/keys') return { keys: [{ ...this.key.jwk, kid: 'k', use: 'sig', alg: 'ES256' }] }
    if (path === '/token')
      return { access_token: 'an-access-token', token_type: 'Bearer', id_token: await this.token(this.nonce) }
    return undefined
  }

  private describe() {
    const { issuer } = this
    return {
      issuer,
      authorization_endpoint: `${issuer}/ask`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
      ...this.document,
    }
  }

  /** An ID token as it would be right, but for the claims that are given. */
  sign(claims: Record<string, unknown>, header: Record<string, unknown> = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ iss: this.issuer, aud: clientId, sub: 'lea', iat: now, exp: now + 300, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k', ...header })
      .sign(this.key.privateKey)
  }

  /** Where a browser comes back to that was sent to `address`. */
  sendBack(address: string, { redirectUri }: SetUp, change: Record<string, string> = {}): string {
    const asked = new URL(address).searchParams
    this.nonce = asked.get('nonce')!
    const back = new URL(redirectUri)
    back.search = String(
      new URLSearchParams({ code: 'a-code-of-it', state: asked.get('state')!, iss: this.issuer, ...change }),
    )
    return back.href
  }
}
