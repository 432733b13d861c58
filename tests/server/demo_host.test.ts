import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '../../db/seeds/demo.ts'
import { makeHost } from '../../server/demo/host.ts'
import { demoSite, hostOrigins, keepOrigins } from '../../server/demo/origins.ts'
import { createSite } from '../../server/sites/create.ts'
import { type EmptyWorld, emptyWorld } from '../support/demo_world.ts'

const api = '/api/v1/sites/bakfleet/'
const community = { en: '/community', fr: '/fr/communaute', de: '/de/gemeinschaft' }
const home = { en: '/', fr: '/fr/', de: '/de/' }

let demo: EmptyWorld
let host: Awaited<ReturnType<typeof makeHost>>

beforeAll(async () => {
  demo = await emptyWorld()
  await seedDemo(demo.world)
  host = await makeHost(demo.world, (await demoSite(demo.world))!)
})

afterAll(() => demo.close())

const as = (visitor: string) => ({ headers: { cookie: `bakfleet_visitor=${visitor}` } })

async function tokenOf(visitor: string): Promise<string> {
  const answer = await host.request('/sso-token', as(visitor))
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return ((await answer.json()) as { token: string }).token
}

function form(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers }
}

describe('the demo’s host page', () => {
  it('carries the widget on a page of each language, with nothing inline and a policy that allows only that', async () => {
    const parvis = demo.world.config.publicUrl
    for (const [lang, path] of Object.entries(community)) {
      const answer = await host.request(path)
      const page = await answer.text()
      expect(answer.status).toBe(200)
      expect(page).toContain(`<html lang="${lang}"`)
      expect(page).toContain('<parvis-board site="bakfleet">')
      expect(page).toContain(`src="${parvis.href}widget.js"`)
      expect(page, 'inline script or style').not.toMatch(/<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/)
      const policy = answer.headers.get('content-security-policy')!
      for (const part of [
        "default-src 'self'",
        `script-src 'self' ${parvis.origin}`,
        `connect-src 'self' ${parvis.origin}`,
        `img-src 'self' data: ${parvis.origin}`,
        "style-src 'self'",
        "base-uri 'none'",
        "object-src 'none'",
      ]) {
        expect(policy.split('; ')).toContain(part)
      }
      expect(policy).not.toContain('unsafe')
    }
  })

  it('has a home in each language, and everything that its pages link to on the site itself', async () => {
    const links = new Set<string>()
    for (const path of [...Object.values(home), ...Object.values(community)]) {
      const page = await (await host.request(path)).text()
      for (const [, link] of page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)) links.add(link!)
      expect(page).not.toMatch(/="?(undefined|null|\[object)/)
    }
    expect(links.size).toBeGreaterThan(10)
    for (const link of links) {
      if (link === '/sign-in' || link === '/appearance') continue
      const [path, part] = link.split('#')
      const answer = await host.request(path!)
      expect(answer.status, link).toBe(200)
      if (part && part !== 'content') expect(await answer.text(), link).toContain(`id="${part}"`)
    }
  })

  it('signs its customer in by a token that Parvis takes once, and says who it is', async () => {
    const token = await tokenOf('aurelie-tissot')
    const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString())
    expect(claims).toMatchObject({
      sub: 'aurelie-tissot',
      aud: 'bakfleet',
      name: 'Aurélie Tissot',
      email: 'aurelie@la-cargotte.example',
      locale: 'fr',
      company: { id: 'la-cargotte', name: 'La Cargotte, Nantes' },
    })
    expect(claims.exp - claims.iat).toBe(300)
    const session = await demo.post(`${api}sessions/sso`, { token })
    expect(session.status).toBe(201)
    expect(session.body.member.name).toBe('Aurélie Tissot')
    expect((await demo.post(`${api}sessions/sso`, { token })).status, 'the same jti again').toBe(401)
    expect(await tokenOf('aurelie-tissot')).not.toBe(token)
  })

  it('makes one the first customer at first, somebody else by the menu, and nobody when asked to', async () => {
    const first = await host.request('/sso-token')
    const sub = (token: string) => JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()).sub
    expect(sub(((await first.json()) as { token: string }).token)).toBe('lea-brandt')
    const change = await host.request(
      '/sign-in',
      form({ visitor: 'tomasz-wrona', to: '/fr/communaute?parvis=/t/3' }),
    )
    expect(change.status).toBe(303)
    expect(change.headers.get('location')).toBe('/fr/communaute?parvis=%2Ft%2F3')
    expect(change.headers.get('set-cookie')).toMatch(/bakfleet_visitor=tomasz-wrona.*HttpOnly.*SameSite=Lax/)
    expect(sub(await tokenOf('tomasz-wrona'))).toBe('tomasz-wrona')
    expect(await (await host.request('/community', as('tomasz-wrona'))).text()).toContain(
      'Tomasz Wrona</span>',
    )
    expect(await tokenOf('nobody')).toBe('')
    expect(await (await host.request('/community', as('nobody'))).text()).toContain('Signed out')
  })

  it('signs nobody in whom its menu does not offer, not the owner either', async () => {
    for (const stranger of ['sanne-vos', '__proto__', 'constructor', '"><script>alert(1)</script>']) {
      const change = await host.request('/sign-in', form({ visitor: stranger, to: '/' }))
      expect(change.headers.get('set-cookie'), stranger).toContain('bakfleet_visitor=nobody')
      const page = await (await host.request('/community', as(encodeURIComponent(stranger)))).text()
      expect(page).not.toContain('alert(1)')
      expect(page).not.toContain('Sanne Vos')
    }
  })

  it('goes back to its own pages only', async () => {
    for (const to of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      '/community/../../x',
      'javascript:1',
      '',
    ]) {
      const change = await host.request('/sign-in', form({ visitor: 'lea-brandt', to }))
      expect(change.headers.get('location'), to).toBe('/community')
    }
  })

  it('takes no form from another page', async () => {
    for (const path of ['/sign-in', '/appearance']) {
      const answer = await host.request(
        path,
        form({ visitor: 'nobody', theme: 'dark' }, { 'sec-fetch-site': 'cross-site' }),
      )
      expect(answer.status).toBe(403)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  })

  it('hands a token to its own pages only', async () => {
    for (const from of ['cross-site', 'same-site']) {
      const answer = await host.request('/sso-token', { headers: { 'sec-fetch-site': from } })
      expect(answer.status, from).toBe(403)
      expect(await answer.text()).not.toContain('eyJ')
    }
    expect((await host.request('/sso-token', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(
      200,
    )
  })

  it('is dark when it was asked to be, also without a script', async () => {
    expect(await (await host.request('/')).text()).not.toContain('data-theme')
    const change = await host.request('/appearance', form({ theme: 'dark', to: '/de/' }))
    expect(change.headers.get('location')).toBe('/de/')
    const cookie = change.headers.get('set-cookie')!.split(';')[0]!
    expect(await (await host.request('/de/', { headers: { cookie } })).text()).toContain('data-theme="dark"')
    const odd = { headers: { cookie: 'bakfleet_theme=%22%3E' } }
    expect(await (await host.request('/', odd)).text()).not.toContain('data-theme')
  })

  it('says in words that a page is missing, and lists nothing', async () => {
    const answer = await host.request('/de/nirgends')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Diese Seite gibt es nicht')
    for (const path of ['/files/host.css', '/../host.ts', '/host.ts', '/%2e%2e/words.ts', '/sign-in']) {
      expect((await host.request(path)).status, path).toBe(404)
    }
  })
})

describe('the origins of the demo’s site', () => {
  it('are those of the host page, and follow its port', async () => {
    const { world } = demo
    const site = (await demoSite(world))!
    await keepOrigins(world, site)
    const before = hostOrigins(world.config)
    expect(before).toContain(`http://localhost:${world.config.demoPort}`)
    expect(before).toContain(`http://127.0.0.1:${world.config.demoPort}`)
    expect((await demoSite(world))!.origins.toSorted()).toEqual(before.toSorted())

    const moved = { ...world, config: { ...world.config, demoPort: 4999 } }
    await keepOrigins(moved, (await demoSite(world))!)
    expect((await demoSite(world))!.origins.toSorted()).toEqual(hostOrigins(moved.config).toSorted())
    expect((await demoSite(world))!.origins).not.toContain(before[0])
    await keepOrigins(world, (await demoSite(world))!)
    expect((await demoSite(world))!.origins.toSorted()).toEqual(before.toSorted())
  })

  it('keep what somebody added', async () => {
    const { world } = demo
    const site = (await demoSite(world))!
    await world.db
      .insertInto('site_origins')
      .values({ site_id: site.id, origin: 'http://localhost:5173' })
      .execute()
    world.sites.forget(site.id)
    const moved = { ...world, config: { ...world.config, demoPort: 4998 } }
    await keepOrigins(moved, (await demoSite(world))!)
    expect((await demoSite(world))!.origins).toContain('http://localhost:5173')
    await keepOrigins(world, (await demoSite(world))!)
    await world.db.deleteFrom('site_origins').where('origin', '=', 'http://localhost:5173').execute()
    world.sites.forget(site.id)
  })

  it('are no business of a site that only has the same name', async () => {
    const other = await emptyWorld()
    try {
      await createSite(other.world, { slug: 'bakfleet', name: 'Not the demo', locale: 'en', origins: [] })
      expect(await demoSite(other.world)).toBeUndefined()
    } finally {
      await other.close()
    }
  })
})
