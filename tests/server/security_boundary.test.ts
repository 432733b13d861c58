import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { makeLog } from '../../server/log.ts'
import { nobody, premiseOf } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { testWorld } from '../support/world.ts'

// The lines on the browser's boundary of the security checklist that ask of every page and answer alike.

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('a page of the admin', () => {
  it('sec-B03: runs its own scripts alone, and stands in no frame', async () => {
    const { app } = await testWorld()
    const page = await app.request('http://localhost:3000/admin/acme/feedback')
    const policy = page.headers.get('content-security-policy') ?? ''
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ])
      expect(policy).toContain(part)
    expect(policy).not.toMatch(/unsafe-(inline|eval)|script-src[^;]*(\*|data:|https?:)/)
    expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style="/)
  })
})

describe('every answer', () => {
  it('sec-B04: says its type and charset, and is not sniffed; also a problem', async () => {
    const premise = await premiseOf(await (await testWorld()).site())
    for (const row of routeTable.filter((one) => one.route.startsWith('GET '))) {
      const { path } = await row.ask(premise, nobody)
      for (const as of [undefined, premise.owner]) {
        const { headers, status } = await premise.site.request('GET', path, { as })
        const what = `${row.route} ${status}`
        expect(headers.get('x-content-type-options'), what).toBe('nosniff')
        expect(headers.get('referrer-policy'), what).toMatch(
          /^(strict-origin-when-cross-origin|no-referrer)$/,
        )
        // JSON is UTF-8 by definition (RFC 8259), and so are events (HTML, 9.2.5); their types have no charset. Only
        // where a provider leads back to is a page, and only one's own data are an archive.
        const given = status === 200 ? row.route : ''
        const type = row.route.endsWith('/callback')
          ? /^text\/html; charset=utf-8$/
          : ({ 'GET live': /^text\/event-stream$/, 'GET me/export': /^application\/zip$/ }[given] ??
            /^application\/(problem\+)?json/)
        expect(headers.get('content-type'), what).toMatch(type)
        expect(headers.get('content-security-policy'), what).toContain("default-src 'none'")
      }
    }
  })

  it('sec-B08: that is somebody’s own is kept nowhere', async () => {
    const premise = await premiseOf(await (await testWorld()).site())
    const { site, anna, owner } = premise
    for (const path of [
      'me',
      'me/overlay?threads=1',
      'me/posts',
      'me/votes',
      'me/rulings',
      'me/notifications',
    ])
      expect((await site.get(path, anna)).headers.get('cache-control'), path).toMatch(/no-store/)
    for (const path of ['audit', 'team', 'settings', 'reports', `threads/${premise.idea}/file`])
      expect((await site.get(path, owner)).headers.get('cache-control'), path).toMatch(/no-store/)
    const shared = await site.get('threads', anna)
    expect(shared.headers.get('cache-control')).toBe('private, no-cache')
    expect(shared.headers.get('vary')).toMatch(/authorization/i)
  })
})

describe('a redirection', () => {
  it('sec-B06: stays with this server, whatever the request claims', async () => {
    const premise = await premiseOf(await (await testWorld()).site())
    const forged = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    }
    const { headers, status } = await premise.site.request('GET', `threads/${premise.merged}`, {
      headers: forged,
    })
    expect(status).toBe(307)
    expect(headers.get('location')).toMatch(/^\/api\/v1\/sites\/[\w-]+\/threads\/\d+$/)
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const sought = await premise.site.get(`threads?next=${encodeURIComponent(next)}`)
      expect(sought.headers.get('location')).toBeNull()
    }
  })
})

describe('the front ends', () => {
  it('sec-B05: neither send nor hear messages between windows', async () => {
    for (const folder of ['widget', 'admin']) {
      const files = await readdir(join(root, folder), { recursive: true })
      for (const file of files.filter((name) => name.endsWith('.ts'))) {
        const text = await readFile(join(root, folder, file), 'utf8')
        expect(/postMessage|addEventListener\(\s*['"]message['"]|onmessage/.test(text), file).toBe(false)
      }
    }
  })
})

describe('the log', () => {
  it('sec-S15: holds no token, code, secret, query or body of what it was asked', async () => {
    const lines: string[] = []
    const { world, site: make } = await testWorld()
    const log = makeLog('debug', { write: (line: string) => void lines.push(line) })
    const site = await make()
    const app = makeApp({ ...world, log })
    const token = site.token({ name: 'Nora Quist' })
    const ask = (path: string, init: RequestInit = {}) =>
      app.request(`http://localhost:3000/api/v1/sites/${site.slug}/${path}`, init)
    const json = { 'content-type': 'application/json' }
    const signedOn = await ask('sessions/sso', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ token }),
    })
    const bearer = ((await signedOn.json()) as { token: string }).token
    await ask('threads?q=confidential-words', { headers: { authorization: `Bearer ${bearer}` } })
    await ask('me', { headers: { authorization: `Bearer ${bearer}x` } })
    await ask('sessions/sso', { method: 'POST', headers: json, body: JSON.stringify({ token: `${token}x` }) })
    await ask('staff-sessions/link', {
      method: 'POST',
      headers: { ...json, origin: 'http://localhost:3000' },
      body: JSON.stringify({ token: site.ownerLink.split('link=')[1] }),
    })
    // A link that ends a member's mails: whoever has it may.
    const ending = crypto.randomUUID()
    const at = `http://localhost:3000/s/${site.slug}/unsubscribe/${ending}/follows`
    for (const method of ['GET', 'POST']) expect((await app.request(at, { method })).status).toBe(404)
    const said = lines.join('\n')
    expect(said).toContain(`/s/${site.slug}/unsubscribe/`)
    expect(lines.length, 'the premise: it was logged').toBeGreaterThan(3)
    for (const secret of [
      token,
      bearer,
      site.secret,
      site.ownerLink.split('link=')[1]!,
      'confidential-words',
      ending,
    ])
      expect(said.includes(secret), secret.slice(0, 12)).toBe(false)
    expect(said).not.toMatch(/Nora Quist/)
  })

  it('sec-S15: quotes no row of the database in what went wrong there', async () => {
    const { world } = await testWorld()
    const lines: string[] = []
    const log = makeLog('error', { write: (line: string) => void lines.push(line) })
    const failing = sql`insert into accounts (id, email) values (gen_random_uuid(), 'nora@quist.example')`
    const error = await failing.execute(world.db).catch((error: Error) => error)
    expect((error as { detail?: string }).detail, 'the premise: PostgreSQL quotes it').toContain('nora@quist')
    log.error({ err: error }, 'unexpected error')
    expect(lines.join('')).toContain('null value in column')
    expect(lines.join('')).not.toContain('nora@quist')
  })
})
