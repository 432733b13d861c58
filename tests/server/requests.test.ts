import { describe, expect, it } from 'vitest'
import { Cache } from '../../server/http/cache.ts'
import { testWorld } from '../support/world.ts'

describe('a body', () => {
  it('sec-I11: must be JSON, said to be JSON, of known fields and of bounded size', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const idea = { board: 'ideas', kind: 'idea', title: 'A good idea', body: 'Why it is good' }
    const json = { 'content-type': 'application/json' }
    const send = (raw: string, headers: Record<string, string> = json) =>
      site.request('POST', 'threads', { as: lea, raw, headers })
    expect((await send(JSON.stringify(idea))).status).toBe(201)

    expect((await send('{"board":')).body.code).toBe('malformed_json')
    expect((await send('')).status).toBe(400)
    expect((await send(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).body.code).toBe('malformed_json')
    expect((await send(JSON.stringify(idea), { 'content-type': 'text/plain' })).body.code).toBe(
      'unsupported_media_type',
    )
    expect((await send(JSON.stringify(idea), {})).status).toBe(415)
    expect((await send(JSON.stringify({ ...idea, body: 'x'.repeat(10_000_000) }))).body.code).toBe(
      'too_large',
    )
    expect(
      (await send(`{${Array.from({ length: 10_000 }, (_, index) => `"k${index}":1`).join(',')}}`)).status,
    ).toBe(400)
    for (const extra of ['id', 'author', 'status', 'votes', 'createdAt', 'pinned', 'role', 'siteId']) {
      const answer = await send(JSON.stringify({ ...idea, [extra]: 1 }))
      expect(answer.body.code, extra).toBe('invalid_input')
      expect(answer.body.errors[0].message).toContain(extra)
    }
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const answer = await send(
        `{"board":"ideas","kind":"idea","title":"A good idea","body":"x","${key}":{"role":"owner"}}`,
      )
      expect([201, 422], key).toContain(answer.status)
    }
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  it('sec-R03: with a field of a wrong type or length is refused by the field’s name', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const idea = { board: 'ideas', kind: 'idea', title: 'A good idea', body: 'Why it is good' }
    const cases: [string, unknown][] = [
      ['title', 'abc'],
      ['title', 'x'.repeat(141)],
      ['title', ' \n\t '],
      ['title', 'Hello\u202eworld'],
      ...['\u200b', '\u3164', '\u00ad', '\u2800', '\u0301', '\u200f', '\ufe0f', '\u{e0041}'].flatMap(
        (nothing): [string, unknown][] => [
          ['title', nothing.repeat(9)],
          ['body', nothing.repeat(9)],
        ],
      ),
      ['title', 7],
      ['title', ['A good idea']],
      ['title', { toString: 'x' }],
      ['body', ''],
      ['body', 'x'.repeat(20_001)],
      ['body', null],
      ['board', 'nowhere'],
      ['board', 'Ideas!'],
      ['kind', 'question'],
      ['kind', 'rant'],
      ['tags', ['unknown']],
      ['tags', 'routing'],
      ['tags', ['a', 'b', 'c', 'd']],
      ['language', 'xx'],
    ]
    for (const [field, value] of cases) {
      const answer = await site.post('threads', { ...idea, [field]: value }, lea)
      expect(answer.status, `${field} ${JSON.stringify(value)}`).toBe(422)
      expect(answer.body.errors[0].path).toContain(field)
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
    expect((await site.get('threads')).body.items).toEqual([])
    const emoji = await site.post('threads', { ...idea, title: '🚲'.repeat(140) }, lea)
    expect(emoji.status).toBe(201)
    // Marks of a letter are as many as scripts have: more of them would stand over the lines above.
    const tall = await site.post('threads', { ...idea, title: `Za${'\u0301'.repeat(99)}lgo` }, lea)
    expect(tall.body.title).toBe(`Z\u00e1${'\u0301'.repeat(8)}lgo`)
    for (const body of ['---', '☕', '.', '&lt;']) {
      const number = await site.idea(lea, { body })
      expect((await site.post(`threads/${number}/replies`, { body }, lea)).status, body).toBe(201)
    }
    const unknownImage = '![](image:00000000-0000-0000-0000-000000000000)'
    for (const body of ['[x]: https://a.example', '&#8203;', '> - ', '```\n```', unknownImage])
      expect((await site.post('threads', { ...idea, body }, lea)).body.code, body).toBe('nothing_seen')
    const number = await site.idea(lea)
    const reply = await site.reply(lea, number)
    for (const [path, change] of [
      [`threads/${number}`, { body: '[x]: https://a.example' }],
      [`threads/${number}`, { title: '\u200b'.repeat(9) }],
      [`replies/${reply}`, { body: '&#8203;' }],
    ] as const)
      expect((await site.patch(path, change, lea, 1)).status, path).toBe(422)
    expect((await site.post(`threads/${number}/replies`, { body: '&#8203;' }, lea)).status).toBe(422)
  })
})

describe('a query', () => {
  it('sec-R03: of unknown, repeated or broken parts is refused, and never breaks the server', async () => {
    const site = await (await testWorld()).site()
    await site.idea(await site.member('Lea'))
    const wrong = [
      'foo=1',
      'sort=best',
      'limit=0',
      'limit=101',
      'limit=1e309',
      'limit=-1',
      'limit=NaN',
      'kind=rant',
      'cursor=x',
      'sort=top&cursor=WyJuZXciLDEsMV0',
      'status=nope',
      'tag=nope',
      'board=nope',
      `q=${'x'.repeat(201)}`,
    ]
    for (const query of wrong)
      expect((await site.get(`threads?${query}`)).status, query).toBeOneOf([400, 422])
    const strings = [
      "' or 1=1--",
      '";drop table votes;--',
      '\\',
      '%',
      '_',
      '(((',
      ':*',
      '!',
      '&|',
      '<->',
      '"unfinished',
      '-',
      '\u0000',
      '𝕏',
      'a'.repeat(200),
    ]
    for (const text of strings) {
      expect((await site.get(`threads?q=${encodeURIComponent(text)}`)).status, text).toBe(200)
      expect((await site.get(`threads/similar?title=${encodeURIComponent(text)}`)).status, text).toBe(200)
    }
    const cursors = [
      [],
      ['trending'],
      ['trending', 1],
      ['trending', 'x', 1],
      ['trending', null, 1],
      ['trending', 1, 1, 1],
      { a: 1 },
    ]
    for (const cursor of cursors) {
      const answer = await site.get(
        `threads?sort=trending&cursor=${Buffer.from(JSON.stringify(cursor)).toString('base64url')}`,
      )
      expect(answer.body.code, JSON.stringify(cursor)).toBe('broken_cursor')
    }
    const far = Buffer.from(JSON.stringify(['new', 1e300, 1e300])).toString('base64url')
    expect((await site.get(`threads?sort=new&cursor=${far}`)).status).toBeOneOf([200, 400])
  })
})

describe('an answer', () => {
  it('sec-P03: carries no path, statement or version in an error, and safe headers always', async () => {
    const site = await (await testWorld()).site()
    for (const path of ['threads', 'threads/1', 'nowhere', 'threads?foo=1']) {
      const { headers, text } = await site.get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('content-type')).toMatch(/^application\/(problem\+)?json/)
      expect(text).not.toMatch(/node_modules|\.ts\b|select |postgres/i)
    }
    const missing = await (await testWorld()).app.request('/api/v1/sites/no-such-site/threads')
    expect(missing.status).toBe(404)
  })

  it('to an origin of the site may be read there, and nowhere else', async () => {
    const site = await (await testWorld()).site({ origins: ['https://acme.example'] })
    const from = async (origin: string, method = 'GET') => {
      const answer = await site.request(method, 'threads', {
        headers: { origin, 'access-control-request-method': 'POST' },
      })
      return answer.headers
    }
    expect((await from('https://acme.example')).get('access-control-allow-origin')).toBe(
      'https://acme.example',
    )
    expect((await from('https://acme.example')).get('access-control-allow-credentials')).toBeNull()
    expect((await from('https://acme.example', 'OPTIONS')).get('access-control-allow-headers')).toContain(
      'authorization',
    )
    const look = [
      'null',
      'https://acme.example.evil.example',
      'https://evil-acme.example',
      'http://acme.example',
      'https://acme.example:8443',
      'https://sub.acme.example',
      '*',
    ]
    for (const origin of look) {
      for (const method of ['GET', 'OPTIONS'])
        expect((await from(origin, method)).get('access-control-allow-origin'), origin).toBeNull()
    }
    // The bytes kept for everyone are given with the headers of each.
    expect((await from('https://acme.example')).get('access-control-allow-origin')).toBe(
      'https://acme.example',
    )
    expect((await from('https://acme.example')).get('vary')).toContain('Origin')
  })

  it('has an entity tag that changes with the content, and is 304 while it does not', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const first = await site.get('threads')
    const etag = first.headers.get('etag')!
    const again = await site.request('GET', 'threads', { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
    await site.put(`threads/${number}/vote`, undefined, await site.member('Tom'))
    const changed = await site.request('GET', 'threads', { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
    expect(changed.body.items[0].votes).toBe(2)
  })
})

describe('an Idempotency-Key', () => {
  it('makes a repeat the first answer, at once and later, and not another post', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const idea = { board: 'ideas', kind: 'idea', title: 'Posted over a bad line', body: 'Once is enough.' }
    const send = (body: object, key: string) => site.post('threads', body, lea, { 'idempotency-key': key })
    const first = await send(idea, 'k-1')
    const repeat = await send(idea, 'k-1')
    expect(repeat.status).toBe(201)
    expect(repeat.body.number).toBe(first.body.number)
    expect((await send({ ...idea, title: 'Something else' }, 'k-1')).body.code).toBe('idempotency_mismatch')
    const burst = await Promise.all(Array.from({ length: 6 }, () => send(idea, 'k-2')))
    expect(burst.filter((answer) => answer.status === 201).length).toBeGreaterThanOrEqual(1)
    expect(burst.every((answer) => answer.status === 201 || answer.body.code === 'idempotency_pending')).toBe(
      true,
    )
    expect((await site.get('threads')).body.items).toHaveLength(2)
    // Another member's key of the same name is another key; a refused request frees its key.
    expect(
      (await site.post('threads', idea, await site.member('Tom'), { 'idempotency-key': 'k-1' })).status,
    ).toBe(201)
    expect((await send({ ...idea, board: 'nowhere' }, 'k-3')).status).toBe(422)
    expect((await send(idea, 'k-3')).status).toBe(201)
    expect((await send(idea, 'ü')).status).toBe(422)
  })
})

describe('what PostgreSQL cannot hold', () => {
  it('is refused or made whole, and never breaks the server', async () => {
    const site = await (await testWorld()).site()
    const [lea, owner] = [await site.member('Lea'), await site.staff('owner')]
    const number = await site.idea(lea)
    const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const [path, list] of [
      [`threads/${number}/story`, 'story'],
      [`threads/${number}/replies`, 'replies'],
      ['me/posts', 'my-posts'],
      ['me/votes', 'my-votes'],
    ] as const) {
      const answer = await site.get(`${path}?cursor=${cursor(list, '1', 'a\0')}`, lea)
      expect(answer.body.code, path).toBe('broken_cursor')
    }
    expect((await site.get(`members?cursor=${cursor('staff', 'a\0', 'b')}`, owner)).status).toBe(400)
    expect((await site.get('members?q=%00', owner)).status).toBe(200)
    for (const [method, path] of [
      ['PUT', 'boards/a%00b/archive'],
      ['DELETE', 'boards/%00/archive'],
      ['DELETE', 'tags/a%00'],
      ['DELETE', 'statuses/%00'],
      ['PUT', 'boards/a%00/subscription'],
      ['GET', 'segments/%00'],
    ] as const)
      expect((await site.request(method, path, { as: owner })).status, path).toBe(404)
    const status = { status: 'planned', note: 'Half \ud800 a character' }
    expect((await site.put(`threads/${number}/status`, status, owner)).status).toBe(200)
    expect(
      (await site.post('tags', { name: 'Half \ud800', names: { fr: 'Demi \udc00' } }, owner)).status,
    ).toBe(201)
    expect((await site.patch('settings', { titles: { fr: 'Demi \ud800' } }, owner)).status).toBe(200)
  })
})

describe('what is kept of answers', () => {
  it('is nothing that was begun with a site as it was before a board became private', async () => {
    const { world, site: make } = await testWorld()
    const site = await make()
    const lea = await site.member('Lea')
    await site.idea(lea, { title: 'Soon for the team alone' })
    const { id } = await site.row()
    world.sessions.forget(id)
    const gate = Promise.withResolvers<void>()
    const reached = Promise.withResolvers<void>()
    const { lines } = world.database
    const query = lines.query.bind(lines) as (...args: unknown[]) => Promise<unknown>
    Object.assign(lines, {
      query: async (...args: unknown[]) => {
        if (/from sessions s/.test((args[0] as { text?: string }).text ?? '')) {
          reached.resolve()
          await gate.promise
        }
        return query(...args)
      },
    })
    try {
      const early = site.get('threads', lea)
      await reached.promise
      await site.restrict('ideas', 'staff')
      gate.resolve()
      await early
    } finally {
      Object.assign(lines, { query })
    }
    expect((await site.get('threads', lea)).body.items).toEqual([])
  })

  it('is weighed with its addresses, which strangers may make as long as they like', () => {
    const cache = new Cache(10_000)
    for (let count = 0; count < 50; count++) cache.store('site', `${count}${'x'.repeat(900)}`, '{}', 0)
    const kept = Array.from({ length: 50 }, (_, count) => cache.find('site', `${count}${'x'.repeat(900)}`))
    expect(kept.filter(Boolean).length).toBeLessThanOrEqual(11)
  })
})
