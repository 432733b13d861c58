import { expect, test } from 'vitest'
import { publicUrl, testWorld } from '../support/world.ts'

const { site, app } = await testWorld()

test('sec-P04: an address that takes other methods says which', async () => {
  const acme = await site()
  const mia = await acme.member()
  const expected: [string, string, string][] = [
    ['GET', 'threads/1/vote', 'DELETE, PUT'],
    ['DELETE', 'threads', 'GET, POST'],
    ['PUT', 'me', 'GET, PATCH'],
    ['POST', 'me/picture', 'DELETE, PUT'],
    ['POST', 'opening', 'GET'],
  ]
  for (const [method, path, allow] of expected) {
    const answer = await acme.request(method, path, { as: mia })
    expect([path, answer.status, answer.body.code]).toEqual([path, 405, 'method_not_allowed'])
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('sec-P04: an unknown address is a problem in JSON that names nothing', async () => {
  const acme = await site()
  for (const path of [
    'nothing',
    'threads/1/nothing',
    'constructor',
    '__proto__',
    'boards//order',
    'threads/',
  ]) {
    const answer = await acme.get(path)
    expect([path, answer.status, answer.body.code]).toEqual([path, 404, 'not_found'])
    expect(answer.text).not.toContain('nothing')
  }
  for (const path of [
    'api/v1',
    'api/v1/nothing',
    'api/v2/sites',
    'nothing',
    '.git/config',
    '.env',
    'package.json',
    'widget.js.map',
    'admin/',
    'server/main.ts',
  ]) {
    const answer = await app.request(`${publicUrl}${path}`)
    expect([path, answer.status]).toEqual([path, 404])
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('the bare address of a server with several communities is a page that names none', async () => {
  const [acme, other] = [await site(), await site()]
  const answer = await app.request(publicUrl)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('text/html')
  const page = await answer.text()
  for (const { slug } of [acme, other]) expect(page).not.toContain(slug)
})

test('an unknown community is not there whatever is asked of it', async () => {
  for (const [method, path] of [
    ['GET', 'opening'],
    ['DELETE', 'opening'],
    ['POST', 'threads'],
  ]) {
    const answer = await app.request(`${publicUrl}api/v1/sites/no-such-site/${path}`, { method })
    expect(answer.status).toBe(404)
  }
})
