import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { isKeyText, newKeyText } from '../../server/api_keys/key_text.ts'
import { makeApp } from '../../server/app.ts'
import { makeLog } from '../../server/log.ts'
import { asKey, makeKey } from '../support/api_key.ts'
import { testWorld } from '../support/world.ts'

const draft = { name: 'Export', scopes: ['read'], days: 30 }
const idea = { board: 'ideas', kind: 'idea', title: 'From the help desk', body: 'Asked for three times.' }

describe('an API key', () => {
  it('is made by admins, shown this once, and listed without itself', async () => {
    const { site: make, world } = await testWorld()
    const site = await make()
    const admin = await site.staff('admin', 'Ada')
    const wish = { name: '  Export   to the\tlake ', scopes: ['write', 'read', 'read'], days: 365 }
    const made = await site.post('api-keys', wish, admin)
    expect(made.status).toBe(201)
    expect(made.headers.get('cache-control')).toBe('no-store')
    const { key, apiKey } = made.body
    expect(apiKey).toEqual({
      id: expect.any(String),
      name: 'Export to the lake',
      lastFour: key.slice(-4),
      scopes: ['read', 'write'],
      madeBy: { id: admin.id, name: 'Ada' },
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      lastUsedAt: null,
      endedAt: null,
      endedBy: null,
      works: true,
    })
    const holds = Date.parse(apiKey.expiresAt) - Date.parse(apiKey.createdAt)
    expect(holds).toBe(365 * 86_400_000)
    const list = await site.get('api-keys', admin)
    expect(list.body.items).toEqual([apiKey])
    expect(list.text).not.toContain(key.slice(0, -4))
    const audit = await site.get('audit', admin)
    expect(audit.body.items[0]).toMatchObject({
      action: 'key.make',
      actor: { id: admin.id },
      subject: apiKey.id,
      detail: { name: 'Export to the lake', scopes: ['read', 'write'] },
    })
    expect(audit.text).not.toContain(key.slice(4, 20))
    // At rest there is its hash alone, in whatever column.
    const { id: siteId } = await site.row()
    const rows = await world.db.selectFrom('api_keys').selectAll().where('site_id', '=', siteId).execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain(key.slice(4, 20))
    expect(rows[0]!.key_hash).toMatch(/^[\w-]{43}$/)
  })

  it('has 256 bits, its prefix and a sum that tells it from what is mistyped', () => {
    const keys = Array.from({ length: 1000 }, newKeyText)
    expect(new Set(keys).size).toBe(1000)
    expect(keys).not.toEqual(keys.toSorted())
    for (const key of keys) {
      expect(key).toMatch(/^pvk_[0-9A-Za-z]{49}$/)
      expect(isKeyText(key)).toBe(true)
      const place = 4 + Math.floor(Math.random() * 49)
      const other = key[place] === 'a' ? 'b' : 'a'
      expect(isKeyText(key.slice(0, place) + other + key.slice(place + 1))).toBe(false)
      expect(isKeyText(key.slice(0, -1))).toBe(false)
      expect(isKeyText(`${key}a`)).toBe(false)
    }
    // As anybody can compute it: the CRC-32 of zlib over all before, in base 62.
    for (const key of keys.slice(0, 20)) expect(key.slice(-6)).toBe(sumOf(key.slice(0, -6)))
  })

  it('takes a fresh sign-in to make, so that a desk left open makes none', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const admin = await site.staff('admin')
    clock.move(601)
    expect((await site.post('api-keys', draft, admin)).body.code).toBe('proof_required')
    expect((await site.get('api-keys', admin)).body.items).toEqual([])
  })

  it('acts under its own name, as a part of the team that nobody finds in it', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    const desk = await makeKey(site, owner, { name: 'Help desk', scopes: ['read', 'write', 'feedback'] })
    const posted = await site.post('threads', idea, desk)
    expect(posted.status).toBe(201)
    expect(posted.body.author).toMatchObject({ id: desk.id, name: 'Help desk', team: true })
    // A key is nobody's customer: it has no vote, and is told nothing.
    expect(posted.body.votes).toBe(0)
    const { number } = posted.body
    const lea = await site.member('Lea')
    expect((await site.put(`threads/${number}/vote`, undefined, lea)).body.votes).toBe(1)
    const decided = await site.put(`threads/${number}/status`, { status: 'planned', note: 'Soon.' }, owner)
    expect(decided.status).toBe(200)
    expect(decided.body.told).toBe(1)
    await site.put(`threads/${number}/status`, { status: 'review', note: 'Or later.' }, desk)
    const audit = (await site.get('audit', owner)).body.items[0]
    expect(audit).toMatchObject({ action: 'threads.status', actor: { id: desk.id, name: 'Help desk' } })
    const team = (await site.get('team', owner)).body.items
    expect(team.map((one: { id: string }) => one.id)).toContain(owner.id)
    expect(team.map((one: { id: string }) => one.id)).not.toContain(desk.id)
    expect((await site.get('members?q=Help', owner)).body.items).toEqual([])
    expect((await site.patch(`team/${desk.id}`, { role: 'owner' }, owner)).status).toBe(404)
    expect((await site.delete(`team/${desk.id}`, owner)).status).toBe(404)
    expect((await site.put(`threads/${number}/assignment`, { member: desk.id }, owner)).status).toBe(422)
  })

  it('opens by its scopes what the team reads, also on boards of the team, and no more', async () => {
    const site = await (await testWorld()).site()
    const admin = await site.staff('admin')
    await site.restrict('ideas', 'staff')
    const number = (await site.post('threads', idea, admin)).body.number
    const [reader, writer] = [
      await makeKey(site, admin, { scopes: ['read'] }),
      await makeKey(site, admin, { scopes: ['write'] }),
    ]
    expect((await site.get(`threads/${number}`, reader)).status).toBe(200)
    expect((await site.get(`threads/${number}`)).status).toBe(404)
    // What is kept as bytes by now is given to nobody whose scopes do not open it.
    const refused = await site.get(`threads/${number}`, writer)
    expect(refused.status).toBe(403)
    expect(refused.body.detail).toContain('"read"')
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope", scope="read"')
    const head = async ({ headers }: { headers: Record<string, string> }) =>
      (
        await site.app.request(`http://localhost:3000/api/v1/sites/${site.slug}/threads/${number}`, {
          method: 'HEAD',
          headers,
        })
      ).status
    expect([await head(writer), await head(reader)]).toEqual([403, 200])
    // What a writer may not do beside writing: the team's tags, language and official answers.
    const path = `threads/${number}/replies`
    expect((await site.post(path, { body: 'Yes.', official: true }, writer)).status).toBe(403)
    expect((await site.post(path, { body: 'Yes.' }, writer)).status).toBe(201)
    expect((await site.patch(`threads/${number}`, { tags: [] }, writer, 1)).status).toBe(403)
    expect((await site.patch(`threads/${number}`, { language: 'fr' }, writer, 1)).status).toBe(403)
    expect((await site.patch(`threads/${number}`, { title: 'Another title' }, writer, 1)).status).toBe(403)
    const both = await makeKey(site, admin, { scopes: ['write', 'feedback'] })
    expect((await site.post(path, { body: 'Yes.', official: true }, both)).status).toBe(201)
    expect((await site.patch(`threads/${number}`, { language: 'fr' }, both, 1)).status).toBe(200)
  })

  it('is refused in a page, of whatever origin, before it is looked up', async () => {
    const world = await testWorld()
    const site = await world.site({ origins: ['https://host.example'] })
    const key = await makeKey(site, await site.staff('admin'))
    await site.get('threads') // A block of the network's reads is leased.
    for (const origin of ['https://host.example', 'https://evil.example', 'null', '']) {
      const statements = await world.statements(async () => {
        const answer = await site.request('GET', 'threads', { as: key, headers: { origin } })
        expect(answer.status, origin).toBe(403)
        expect(answer.body.code).toBe('foreign_origin')
        expect(answer.body.detail).toContain('End this key')
      })
      expect(statements).toEqual([])
    }
    expect((await site.get('threads', key)).status).toBe(200)
  })

  it('is no operator, and opens nothing outside of its site, however it is sent', async () => {
    const site = await (await testWorld()).site()
    const key = await makeKey(site, await site.staff('owner'))
    const ask = async (path: string, headers: Record<string, string>, method = 'GET') =>
      (await site.app.request(`http://localhost:3000${path}`, { method, headers })).status
    const below = `/api/v1/sites/${site.slug}`
    expect(await ask('/api/v1/sites', key.headers)).toBe(401)
    expect(await ask('/api/v1/sites', key.headers, 'POST')).toBe(401)
    expect(await ask(`${below}/threads`, key.headers, 'GET')).toBe(200)
    expect(await ask('/metrics', key.headers)).toBe(404)
    for (const form of [`bearer ${key.key}`, `Basic ${btoa(`x:${key.key}`)}`, key.key, `Bearer  ${key.key}`])
      expect(await ask(`${below}/threads`, { authorization: form }), form.slice(0, 8)).toBe(401)
    // Neither a cookie nor a field of an address is a place for one.
    expect(await ask(`${below}/audit`, { cookie: `__Host-parvis=${key.key}` })).toBe(401)
    expect(await ask(`${below}/audit?key=${key.key}`, {})).toBe(401)
    expect(await ask(`${below}/audit`, { 'x-api-key': key.key })).toBe(401)
  })

  it('answers a repeated POST with an Idempotency-Key as the first', async () => {
    const site = await (await testWorld()).site()
    const key = await makeKey(site, await site.staff('admin'))
    const headers = { 'idempotency-key': 'ticket-4711' }
    const first = await site.post('threads', idea, key, headers)
    const again = await site.post('threads', idea, key, headers)
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.number).toBe(first.body.number)
    const other = await site.post('threads', { ...idea, title: 'Another one' }, key, headers)
    expect(other.body.code).toBe('idempotency_mismatch')
    // Another key's requests are its own.
    const second = await makeKey(site, await site.staff('admin'))
    expect((await site.post('threads', idea, second, headers)).body.number).not.toBe(first.body.number)
  })

  it('sec-S15: stands in no log line', async () => {
    const lines: string[] = []
    const { world, site: make } = await testWorld()
    const site = await make()
    const { key } = await makeKey(site, await site.staff('admin'))
    const log = makeLog('debug', { write: (line: string) => void lines.push(line) })
    const app = makeApp({ ...world, log })
    const address = `http://localhost:3000/api/v1/sites/${site.slug}`
    for (const [path, given] of [
      ['threads', key],
      ['threads', `${key}x`],
      ['me', key],
    ] as const)
      await app.request(`${address}/${path}`, { headers: asKey(given) })
    expect(lines.length, 'the premise: it was logged').toBeGreaterThan(2)
    expect(lines.join('\n')).not.toContain(key.slice(4, 20))
  })

  it('is made of what fits and of nothing else', async () => {
    const site = await (await testWorld()).site()
    const admin = await site.staff('admin')
    const wrong: unknown[] = [
      {},
      [],
      null,
      'pvk_',
      { ...draft, name: '' },
      { ...draft, name: 'x'.repeat(61) },
      { ...draft, name: 'Right\u202eleft' },
      { ...draft, name: 7 },
      { ...draft, scopes: [] },
      { ...draft, scopes: 'read' },
      { ...draft, scopes: ['everything'] },
      { ...draft, scopes: ['__proto__'] },
      { ...draft, scopes: Array(9).fill('read') },
      { ...draft, days: 0 },
      { ...draft, days: 731 },
      { ...draft, days: 1.5 },
      { ...draft, days: '30' },
      { ...draft, days: null },
      { name: draft.name, scopes: draft.scopes },
      { ...draft, role: 'owner' },
      { ...draft, key: newKeyText() },
      { ...draft, expiresAt: '2099-01-01T00:00:00.000Z' },
    ]
    for (const body of wrong)
      expect((await site.post('api-keys', body, admin)).status, JSON.stringify(body)).toBe(422)
    for (const id of ['x', '__proto__', '00000000-0000-7000-8000-000000000000', admin.id])
      expect((await site.delete(`api-keys/${id}`, admin)).status, id).toBe(404)
    expect((await site.get('api-keys', admin)).body.items).toEqual([])
  })

  it('stops at fifty that work, also where they are made at once', async () => {
    const { site: make, world } = await testWorld()
    const site = await make()
    const owner = await site.staff('owner')
    for (let count = 0; count < 48; count++) await makeKey(site, owner, { days: 1 })
    const made = await Promise.all(Array.from({ length: 4 }, () => site.post('api-keys', draft, owner)))
    expect(made.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409])
    // Those that have expired make room, as do those that were ended.
    const { id } = await site.row()
    await sql`update api_keys set created_at = created_at - interval '3 days', expires_at = expires_at - interval '3 days'
      where site_id = ${id} and expires_at < ${new Date(Date.now() + 2 * 86_400_000)}`.execute(world.db)
    expect((await site.post('api-keys', draft, owner)).status).toBe(201)
  })
})

function sumOf(text: string): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  let crc = 0xffffffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  let rest = (crc ^ 0xffffffff) >>> 0
  let sum = ''
  for (let place = 0; place < 6; place++) {
    sum = digits[rest % 62] + sum
    rest = Math.floor(rest / 62)
  }
  return sum
}
