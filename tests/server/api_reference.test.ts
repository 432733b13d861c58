import { createHash } from 'node:crypto'
import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { publicUrl, testWorld } from '../support/world.ts'

const { site, app } = await testWorld()

test('anybody reads the OpenAPI document of a community', async () => {
  const acme = await site()
  const answer = await acme.get('openapi.json')
  expect(answer.status).toBe(200)
  expect(answer.body.openapi).toBe('3.1.0')
  const vote = answer.body.paths['/api/v1/sites/{slug}/threads/{number}/vote'].put
  expect(vote).toMatchObject({
    'x-guard': 'activeMember',
    tags: ['votes'],
    security: [{ bearer: [] }, { cookie: [] }],
  })
  expect(vote.parameters.map((one: { name: string }) => one.name)).toEqual(['slug', 'number'])
  expect(answer.body.components.securitySchemes).toEqual({
    bearer: { type: 'http', scheme: 'bearer' },
    cookie: { type: 'apiKey', in: 'cookie', name: '__Host-parvis' },
    key: { type: 'http', scheme: 'bearer', bearerFormat: 'pvk_…', description: expect.any(String) },
  })
})

test('every name that the document refers to is described in it, and every path names its parts', async () => {
  const { body, text } = await (await site()).get('openapi.json')
  const names = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!)
  expect(names.length).toBeGreaterThan(50)
  for (const name of names) expect(body.components.schemas, name).toHaveProperty(name)
  for (const [path, operations] of Object.entries<
    Record<string, { parameters?: { name: string; in: string }[] }>
  >(body.paths)) {
    for (const operation of Object.values(operations)) {
      const given = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name)
      expect(given.sort(), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort())
    }
  }
})

test('the reference page is the same document for people: its own styles, nothing from elsewhere', async () => {
  const answer = await app.request(`${publicUrl}api`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i)
  const { document } = new JSDOM(await answer.text()).window
  expect(document.documentElement.lang).toBe('en')
  expect(document.querySelectorAll('script, link, img, iframe, [style], [onclick]')).toHaveLength(0)
  const style = document.querySelector('style')!.textContent!
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = answer.headers.get('content-security-policy')!
  expect(policy).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  )

  const headings = [...document.querySelectorAll('h3')].map((heading) => heading.textContent)
  expect(headings).toContain('PUT /api/v1/sites/{slug}/threads/{number}/vote')
  expect(headings).toContain('POST /api/v1/sites')
  // Of each route, whom it is for, and the scope by which a key opens it.
  const forWhom = (id: string) => document.getElementById(id)!.nextElementSibling!.textContent
  expect(forWhom('POST-/api/v1/sites/{slug}/taggings')).toMatch(
    /For: staff, and keys with the scope feedback$/,
  )
  expect(forWhom('PUT-/api/v1/sites/{slug}/threads/{number}/vote')).toMatch(/For: activeMember$/)
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    expect(document.getElementById(link.hash.slice(1)), link.hash).not.toBe(null)
  }
  expect(document.querySelector('#boards')!.textContent).toContain('name: string (1–60)')
})
