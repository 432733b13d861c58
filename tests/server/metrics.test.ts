import { expect, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { publicUrl, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })
const withConfig = (more: object) => makeApp({ ...world, config: { ...world.config, ...more } })
const metrics = `${publicUrl}metrics`

test('in development this machine reads counts and durations by route pattern and class of status', async () => {
  const app = withConfig({})
  const { slug } = await site()
  const secretive = `${publicUrl}api/v1/sites/${slug}/threads/7777`
  for (const path of [
    `${publicUrl}api/v1/sites/${slug}/opening`,
    secretive,
    `${publicUrl}nothing/of/this/name`,
  ]) {
    await app.request(path)
  }
  const answer = await app.request(metrics, {}, from('127.0.0.1'))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const text = await answer.text()
  const count = (route: string, status: string) =>
    `parvis_http_request_duration_seconds_count{method="GET",route="${route}",status="${status}"} 1`
  expect(text).toContain(count('/api/v1/sites/:slug/opening', '2xx'))
  expect(text).toContain(count('/api/v1/sites/:slug/threads/:number', '4xx'))
  expect(text).toContain('parvis_database_connections{state="waiting"} 0')
  expect(text).toMatch(/^parvis_http_kept_answers_total \d+$/m)
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect(text).toMatch(/^parvis_live_streams \d+$/m)
  for (const name of [slug, 'threads/7777', 'of/this/name']) expect(text).not.toContain(name)
})

test('from elsewhere, or through a proxy, the token is needed; without it there is no such address', async () => {
  const app = withConfig({ metricsToken: 'let-me-see' })
  const ask = async (address: string, headers: Record<string, string> = {}) =>
    (await app.request(metrics, { headers }, from(address))).status
  expect(await ask('::1')).toBe(200)
  expect(await ask('::ffff:127.0.0.1')).toBe(200)
  expect(await ask('10.0.0.9')).toBe(404)
  expect(await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.9' })).toBe(404)
  expect(await ask('10.0.0.9', { authorization: 'Bearer let-me-see' })).toBe(200)
  for (const wrong of ['Bearer let-me', 'Bearer let-me-see-', 'let-me-see', 'Bearer ', 'Basic let-me-see']) {
    expect(await ask('10.0.0.9', { authorization: wrong }), wrong).toBe(404)
  }
})

test('sec-P04: outside development even this machine needs the token, and without one set nothing opens it', async () => {
  const app = withConfig({ development: false })
  for (const authorization of ['', 'Bearer undefined', 'Bearer ']) {
    const headers = { authorization }
    expect((await app.request(metrics, { headers }, from('127.0.0.1'))).status).toBe(404)
  }
  const set = withConfig({ development: false, metricsToken: 't' })
  const headers = { authorization: 'Bearer t' }
  expect((await set.request(metrics, { headers }, from('127.0.0.1'))).status).toBe(200)
})
