import { createHmac } from 'node:crypto'
import { CompactEncrypt, SignJWT } from 'jose'
import type { HostKey, Receiver } from './host_keys.ts'
import { signJwt, type TestSite } from './world.ts'

/** One way in which a token is wrong, and the token. */
export type BadToken = [what: string, token: string]

const encode = (text: string) => Buffer.from(text).toString('base64url')

/** Signs a header and claims as they stand, whatever they are: what JSON.stringify would not write. */
export function signRaw(header: string, claims: string, secret: string): string {
  const signed = `${encode(header)}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const seconds = (site: TestSite) => Math.floor(site.world.clock.now().getTime() / 1000)

export const goodClaims = (site: TestSite) => ({
  sub: 'lea',
  aud: site.slug,
  iat: seconds(site),
  exp: seconds(site) + 300,
})

/** Tokens whose form is none, or is not the one form that is taken. */
export async function malformed(site: TestSite): Promise<BadToken[]> {
  const good = signJwt(goodClaims(site), site.secret)
  const [header, claims, signature] = good.split('.') as [string, string, string]
  const jwe = await new CompactEncrypt(Buffer.from(JSON.stringify(goodClaims(site))))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(new Uint8Array(32))
  const json = JSON.stringify(goodClaims(site))
  const hs256 = '{"alg":"HS256"}'
  return [
    ['words', 'not a token'],
    ['dots', '..'],
    ['two parts', `${header}.${claims}`],
    ['four parts', `${good}.x`],
    ['another alphabet', `${header}.${claims}.+${signature.slice(1)}`],
    ['padding', `${header}.${claims}.${signature}=`],
    ['a line break in it', `${header}.${claims}.\n${signature}`],
    ['the JSON serialization', JSON.stringify({ payload: claims, protected: header, signature })],
    [
      'several signatures',
      JSON.stringify({ payload: claims, signatures: [{ protected: header, signature }] }),
    ],
    ['encryption', jwe],
    ['9,000 characters', signJwt({ ...goodClaims(site), name: 'x'.repeat(9000) }, site.secret)],
    ['a header that is no JSON', signRaw('{alg:HS256}', json, site.secret)],
    ['a header that is a list', signRaw('["HS256"]', json, site.secret)],
    ['claims that are no JSON', signRaw(hs256, json.slice(0, -1), site.secret)],
    ['claims that are a list', signRaw(hs256, '[]', site.secret)],
    ['claims that are null', signRaw(hs256, 'null', site.secret)],
    ['claims that are text', signRaw(hs256, '"lea"', site.secret)],
    ['a byte order mark', signRaw(hs256, `\ufeff${json}`, site.secret)],
    ['deep nesting', signRaw(hs256, `${'['.repeat(2500)}${']'.repeat(2500)}`, site.secret)],
    ['sub twice', signRaw(hs256, `{"sub":"mallory",${json.slice(1)}`, site.secret)],
    ['sub twice, once escaped', signRaw(hs256, `{"s\\u0075b":"mallory",${json.slice(1)}`, site.secret)],
    ['alg twice', signRaw('{"alg":"none","alg":"HS256"}', json, site.secret)],
    ['__proto__', signRaw(hs256, `{"__proto__":{"sub":"owner"},${json.slice(1)}`, site.secret)],
    [
      '__proto__ in its attributes',
      signRaw(hs256, `{"attributes":{"__proto__":{"role":"owner"}},${json.slice(1)}`, site.secret),
    ],
    ['an unknown critical header', signJwt(goodClaims(site), site.secret, { crit: ['x'], x: 1 })],
    ['an unencoded payload', signJwt(goodClaims(site), site.secret, { crit: ['b64'], b64: false })],
    ['a critical header of ours', signJwt(goodClaims(site), site.secret, { crit: ['exp'], exp: 1 })],
  ]
}

/** Tokens that nobody of the site signed, or not with its algorithm. */
export async function missigned(site: TestSite, key: HostKey): Promise<BadToken[]> {
  const claims = goodClaims(site)
  const [header, payload, signature] = signJwt(claims, site.secret).split('.') as [string, string, string]
  const unsigned = (alg: unknown) => `${encode(JSON.stringify({ alg, typ: 'JWT' }))}.${payload}.`
  const other = Buffer.from(JSON.stringify({ ...claims, sub: 'olga' })).toString('base64url')
  const flipped = (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)
  return [
    ['alg none', unsigned('none')],
    ['alg None', unsigned('None')],
    ['alg nOnE', unsigned('nOnE')],
    ['alg NONE with a signature', signJwt(claims, site.secret, { alg: 'NONE' })],
    ['no alg', signJwt(claims, site.secret, { alg: undefined })],
    ['an alg that is null', unsigned(null)],
    ['an alg that is a list', signJwt(claims, site.secret, { alg: ['HS256'] })],
    ['an alg that is an object', signJwt(claims, site.secret, { alg: { toString: 'HS256' } })],
    ['alg hs256', signJwt(claims, site.secret, { alg: 'hs256' })],
    ['alg HS512', signJwt(claims, site.secret, { alg: 'HS512' })],
    ['no signature', `${header}.${payload}.`],
    ['another signature', `${header}.${payload}.${flipped}`],
    ['half a signature', `${header}.${payload}.${signature.slice(0, 20)}`],
    ['other claims under its signature', `${header}.${other}.${signature}`],
    ['an empty secret', signJwt(claims, '')],
    ['the word secret', signJwt(claims, 'secret')],
    ['the decoded secret', signRaw('{"alg":"HS256"}', JSON.stringify(claims), decoded(site.secret))],
    ['the public key as a secret', signJwt(claims, key.pem)],
    ['the public key as a secret, trimmed', signJwt(claims, key.pem.trim())],
    ['the public JWK as a secret', signJwt(claims, JSON.stringify(key.jwk))],
    [
      'RS256 with a key of nobody',
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key.privateKey),
    ],
  ]
}

const decoded = (secret: string) => Buffer.from(secret, 'base64url').toString('latin1')

/** Tokens that bring a key along, or say where one is. */
export function bringingKeys(site: TestSite, receiver: Receiver): BadToken[] {
  const claims = goodClaims(site)
  const own = { kty: 'oct', k: encode('mine') }
  const at = `${receiver.url}keys.json`
  const signed = (header: Record<string, unknown>) => signJwt(claims, 'mine', header)
  return [
    ['jwk', signed({ jwk: own })],
    ['jku', signed({ jku: at, kid: '1' })],
    ['x5u', signed({ x5u: at })],
    ['x5c', signed({ x5c: [encode('mine')], x5t: 'x' })],
    ['a kid that is an address', signed({ kid: at })],
    ['a kid that is a path', signed({ kid: '../../../../../../dev/null' })],
    ['a kid that is SQL', signed({ kid: "' union select 'mine' --" })],
    ['a kid that is a command', signed({ kid: `|curl ${at}` })],
    ['a kid that is a number', signed({ kid: 7 })],
    ['a kid that is an object', signed({ kid: { $ne: null } })],
    ['iss as an address', signJwt({ ...claims, iss: receiver.url }, 'mine')],
  ]
}

/** Well signed tokens that say what they must not. */
export function misclaimed(site: TestSite): BadToken[] {
  const good = goodClaims(site)
  const now = seconds(site)
  const said = (what: string, claims: Record<string, unknown>): BadToken => [
    what,
    signJwt({ ...good, ...claims }, site.secret),
  ]
  const raw = (what: string, claim: string): BadToken => {
    const name = /"(\w+)"/.exec(claim)![1]!
    const { [name as 'exp']: _, ...rest } = good
    return [what, signRaw('{"alg":"HS256"}', `{${claim},${JSON.stringify(rest).slice(1)}`, site.secret)]
  }
  return [
    said('no sub', { sub: undefined }),
    said('a sub that is null', { sub: null }),
    said('an empty sub', { sub: '' }),
    said('a long sub', { sub: 'x'.repeat(256) }),
    said('a sub that is a number', { sub: 7 }),
    said('a sub that is a list', { sub: ['lea'] }),
    said('a sub that is an object', { sub: { $ne: null } }),
    said('a sub with a NUL', { sub: 'lea\0' }),
    said('a sub with half a character', { sub: 'lea\ud800' }),
    said('no aud', { aud: undefined }),
    said('another aud', { aud: 'elsewhere' }),
    said('an aud in another case', { aud: site.slug.toUpperCase() }),
    said('an aud that begins like ours', { aud: `${site.slug}-evil` }),
    said('an empty list as aud', { aud: [] }),
    said('a list of others as aud', { aud: ['elsewhere', 'nowhere'] }),
    said('a list with an object as aud', { aud: [site.slug, { $ne: null }] }),
    said('an aud that is an object', { aud: { [site.slug]: true } }),
    said('no iat', { iat: undefined }),
    said('an iat that is text', { iat: String(now) }),
    said('an iat of tomorrow', { iat: now + 86_400, exp: now + 86_700 }),
    said('a negative iat', { iat: -1 }),
    said('no exp', { exp: undefined }),
    said('an exp that is text', { exp: String(now + 300) }),
    said('an exp that is null', { exp: null }),
    said('an exp that is true', { exp: true }),
    said('an exp that is a list', { exp: [now + 300] }),
    said('an exp in milliseconds', { exp: (now + 300) * 1000 }),
    said('an exp before its iat', { iat: now, exp: now - 1 }),
    said('an exp that is past', { iat: now - 400, exp: now - 120 }),
    said('a negative exp', { iat: -400, exp: -100 }),
    said('eleven minutes to live', { exp: now + 660 }),
    said('times at the edge of numbers', { iat: now, exp: Number.MAX_VALUE }),
    said('an exp beyond exact numbers', { exp: 2 ** 60 }),
    raw('an infinite exp', '"exp":1e400'),
    raw('an infinite iat', '"iat":-1e400'),
    raw('an infinite nbf', '"nbf":1e400'),
    said('an nbf to come', { nbf: now + 300 }),
    said('an nbf that is text', { nbf: 'now' }),
    said('a jti that is a number', { jti: 7 }),
    said('an empty jti', { jti: '' }),
    said('a jti that is an object', { jti: {} }),
    said('a long jti', { jti: 'x'.repeat(256) }),
  ]
}
