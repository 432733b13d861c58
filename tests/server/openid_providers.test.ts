import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Receiver } from '../support/host_keys.ts'
import { clientId, clientSecret, LyingProvider, RealProvider } from '../support/openid_provider.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Admins set the providers of their site up, and are told what is wrong with one.

const { site, world } = await testWorld()

let at: TestSite
let ada: Person
let liar: LyingProvider

beforeEach(async () => {
  at = await site()
  ada = await at.staff('admin')
  liar = await LyingProvider.open()
})
afterEach(() => liar.close())

const make = (draft: Record<string, unknown>, as = ada) =>
  at.post('openid-providers', { name: 'Acme ID', issuer: liar.issuer, ...draft }, as)
const offered = async () => (await at.get('staff-sessions/openid-providers')).body.items

async function check(issuer = liar.issuer): Promise<{ good: boolean; bad: unknown[]; notes: string[] }> {
  const { body } = await at.post('openid-checks', { issuer }, ada)
  const of = (state: string) => body.findings.filter((one: { state: string }) => one.state === state)
  return {
    good: body.good,
    bad: of('bad').map(({ code, values }: { code: string; values: object }) => [code, values]),
    notes: of('note').map(({ code }: { code: string }) => code),
  }
}

describe('a provider of a site', () => {
  it('is on the sign-in page once its client is set up, and its redirect URI is known before that', async () => {
    const made = await make({})
    expect(made.status).toBe(201)
    const { id, redirectUri, clientId: none } = made.body
    expect(redirectUri).toBe(`http://localhost:3000/api/v1/sites/${at.slug}/openid-providers/${id}/callback`)
    expect(none).toBeNull()
    expect(await offered()).toEqual([])
    expect((await at.patch(`openid-providers/${id}`, { clientId }, ada)).status).toBe(422)
    expect((await at.patch(`openid-providers/${id}`, { clientId, clientSecret }, ada)).status).toBe(200)
    expect(await offered()).toEqual([{ id, name: 'Acme ID' }])
  })

  it('sec-S07: never tells its secret, by the API or in the audit log', async () => {
    const made = await make({ clientId, clientSecret })
    const { id } = made.body
    const edited = await at.patch(`openid-providers/${id}`, { clientSecret: 'another one, as long' }, ada)
    expect(edited.status).toBe(200)
    const texts = [made.text, edited.text]
    for (const path of ['openid-providers', 'staff-sessions/openid-providers', 'audit', 'settings'])
      texts.push((await at.get(path, ada)).text)
    for (const text of texts) {
      expect(text).not.toContain(clientSecret)
      expect(text).not.toContain('another one, as long')
    }
    const log = (await at.get('audit', ada)).body.items as { action: string; detail: object }[]
    expect(log.map(({ action, detail }) => [action, detail])).toEqual([
      ['openid.edit', { name: 'Acme ID', newSecret: true }],
      ['openid.make', { name: 'Acme ID', issuer: liar.issuer, clientId }],
    ])
  })

  it('gets a new secret with a new client, so that none is sent under another’s name', async () => {
    const { id } = (await make({ clientId, clientSecret })).body
    const alone = await at.patch(`openid-providers/${id}`, { clientId: 'another' }, ada)
    expect([alone.status, alone.body.errors]).toEqual([
      422,
      [{ path: 'clientSecret', message: 'goes with the client id' }],
    ])
    expect((await at.patch(`openid-providers/${id}`, { clientId, name: 'Other' }, ada)).status).toBe(200)
    expect((await at.patch(`openid-providers/${id}`, { issuer: 'https://x.example' }, ada)).status).toBe(422)
  })

  it('is refused where its issuer is no https address, or where there are five', async () => {
    const wrong = [
      'http://id.example',
      'https://a:b@id.example',
      'https://id.example?x',
      'https://id.example#x',
      'https://id.exa mple',
      'https://id.example\\x',
      'ftp://id.example',
      'id.example',
      'javascript:alert(1)',
      '',
      7,
      null,
    ]
    for (const issuer of wrong) {
      const answer = await make({ issuer })
      expect([answer.status, answer.body.code], String(issuer)).toEqual([422, 'invalid_input'])
    }
    for (const more of [
      { name: '' },
      { name: 'x'.repeat(41) },
      { name: 'a\u202eb' },
      { clientId: 'é', clientSecret: 'x' },
      { clientId: 'x' },
      { clientSecret: 'x' },
      { redirectUri: 'https://evil.example' },
    ])
      expect((await make(more)).status, JSON.stringify(more)).toBe(422)
    const five = await Promise.all(Array.from({ length: 7 }, () => make({})))
    expect(five.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 201, 409, 409])
  })

  it('that is removed takes its sign-ins under way with it, and says in the log how many had come by it', async () => {
    const { id } = await liar.setUp(at, ada)
    const { origin } = world.config.publicUrl
    await at.post('staff-sessions/openid', { provider: id }, undefined, { origin })
    const { id: siteId } = await at.row()
    const requests = () =>
      world.db.selectFrom('openid_requests').select('back').where('site_id', '=', siteId).execute()
    expect(await requests()).toHaveLength(1)
    expect((await at.delete(`openid-providers/${id}`, ada)).status).toBe(204)
    expect(await requests()).toEqual([])
    expect((await at.delete(`openid-providers/${id}`, ada)).status).toBe(404)
    const { items } = (await at.get('audit', ada)).body
    expect(items[0]).toMatchObject({ action: 'openid.delete', detail: { name: 'Acme ID', people: 0 } })
  })
})

describe('a check of an issuer', () => {
  it('finds nothing wrong with a real provider', async () => {
    const real = await RealProvider.open()
    await real.setUp(at, ada)
    expect(await check(real.issuer)).toEqual({ good: true, bad: [], notes: [] })
    await real.close()
  })

  it('says what an issuer has wrong, each by itself', async () => {
    const wrong: [Record<string, unknown>, unknown[], string[]?][] = [
      [{ issuer: `${liar.issuer}/` }, [['issuer_other', { issuer: liar.issuer, said: `${liar.issuer}/` }]]],
      [{ token_endpoint: undefined }, [['endpoint_wrong', { name: 'token_endpoint' }]]],
      [
        { authorization_endpoint: 'javascript:alert(1)' },
        [['endpoint_wrong', { name: 'authorization_endpoint' }]],
      ],
      [{ response_types_supported: ['id_token'] }, [['code_none', {}]]],
      [{ grant_types_supported: ['implicit'] }, [['code_none', {}]]],
      [{ code_challenge_methods_supported: ['plain'] }, [['s256_none', {}]]],
      [{ code_challenge_methods_supported: undefined }, [], ['s256_unsaid']],
      [{ id_token_signing_alg_values_supported: ['HS256', 'none'] }, [['algorithm_none', {}]]],
      [{ token_endpoint_auth_methods_supported: ['private_key_jwt'] }, [['client_none', {}]]],
      [{ scopes_supported: ['openid'] }, [], ['email_unsaid']],
      [{ jwks_uri: `${liar.issuer}/nothing` }, [['keys_unread', { reason: 'status' }]]],
    ]
    for (const [document, bad, notes = []] of wrong) {
      liar.document = document
      expect(await check(), JSON.stringify(document)).toEqual({ good: bad.length === 0, bad, notes })
    }
  })

  it('says why an issuer cannot be read, and asks nothing inside or elsewhere', async () => {
    const path = '/.well-known/openid-configuration'
    const elsewhere = await Receiver.open()
    const answers = {
      status: (_: unknown, response: import('node:http').ServerResponse) =>
        response.writeHead(302, { location: elsewhere.url }).end(),
      size: (_: unknown, response: import('node:http').ServerResponse) => response.end('x'.repeat(200_000)),
      form: (_: unknown, response: import('node:http').ServerResponse) => response.end('<html>'),
      unreachable: (_: unknown, response: import('node:http').ServerResponse) => response.socket?.destroy(),
    }
    for (const [reason, answer] of Object.entries(answers)) {
      liar.answers.set(path, answer as never)
      expect((await check()).bad).toEqual([['unread', { reason }]])
    }
    expect((await check('https://169.254.169.254')).bad).toEqual([['unread', { reason: 'private' }]])
    expect((await check('http://id.example')).bad).toEqual([['unread', { reason: 'address' }]])
    expect(elsewhere.asked).toEqual([])
    await elsewhere.close()
  })

  it('takes a path in the issuer as the standard says, and is never a failure of ours', async () => {
    liar.answers.set('/', (_, response) => response.end('{}'))
    await check(`${liar.issuer}/realms/acme`)
    await check(`${liar.issuer}/realms/acme/`)
    expect(liar.asked.slice(-2)).toEqual([
      'GET /realms/acme/.well-known/openid-configuration',
      'GET /realms/acme/.well-known/openid-configuration',
    ])
    for (const document of ['null', '[]', '7', '"x"', '{"issuer":[1]}', '{"__proto__":{}}']) {
      liar.answers.set('/.well-known/openid-configuration', (_, response) => response.end(document))
      expect((await check()).good, document).toBe(false)
    }
  })
})
