import { afterEach, describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { makeLog } from '../../server/log.ts'
import { sendDue } from '../../server/mails/send.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

// What people write is never read as anything else: not by the database, by a mail's head, by a template or by a log.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => clock.reset())

let made = 0

describe('words that are statements elsewhere', () => {
  const statements = [
    "'",
    "' or '1'='1",
    '1; drop table threads--',
    "1'; delete from votes; --",
    "' union select email, name from members --",
    "') or 1=1 --",
    "\\'; select pg_sleep(5); --",
    "new'; select 1",
    '"; drop schema public cascade; --',
    '$$; select 1; $$',
    "%' and 1=(select count(*) from members) and '%'='",
    '/**/or/**/1=1',
    '0x27206f7220313d31',
  ]
  const listed = ({ body }: Answer) => body.items.map((one: { number: number }) => one.number)

  it('sec-I06: are sought as words, and are no board, status, tag, kind, order or place of a page', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    for (const title of ['First', 'Second', 'Third']) await site.idea(lea, { title })
    const all = listed(await site.get('threads?sort=new'))
    expect(all).toHaveLength(3)
    for (const words of statements) {
      const said = encodeURIComponent(words)
      const found = await site.get(`threads?q=${said}`)
      expect([found.status, listed(found)], words).toEqual([200, []])
      for (const part of ['board', 'status', 'tag', 'kind', 'sort', 'cursor', 'limit', 'assignee']) {
        const answer = await site.get(`threads?${part}=${said}`)
        expect(answer.status, `${part}=${words}`).toBeOneOf([200, 400, 401, 403, 404, 422])
        if (answer.status === 200) expect(listed(answer), `${part}=${words}`).toEqual([])
      }
    }
    for (const words of statements) {
      const number = await site.idea(lea, { title: `Say ${words}`, body: words })
      expect((await site.get(`threads/${number}`)).body).toMatchObject({ title: `Say ${words}`, body: words })
      expect((await site.delete(`threads/${number}/vote`, lea)).status).toBeLessThan(300)
    }
    expect(listed(await site.get('threads?sort=new&limit=100'))).toHaveLength(3 + statements.length)
  })
})

/** The mail that somebody gets of a reply in a thread of theirs. */
async function mailOf(site: TestSite, title: string, by: Person, text: string) {
  const email = `reader-${++made}-${process.pid}@injection.example`
  const reader = await site.member('Mia', { email })
  await site.reply(by, await site.idea(reader, { title }), text)
  clock.move(200)
  await sendDue(world)
  return mails.to(email)
}

describe('a line that would begin another', () => {
  it('sec-I08: adds none to the head of a mail, whoever wrote it', async () => {
    const site = await make()
    const trick = '\r\nBcc: all@evil.example\r\n\r\nAnother body'
    const owner = await site.staff('owner')
    const named = await site.patch('settings', { name: `Acme${trick}` }, owner)
    const tom = await site.member(`Tom${trick}`)
    expect((await site.get('me', tom)).body.name).not.toMatch(/[\r\n]/)
    const mail = await mailOf(site, `Rounds${trick}`, tom, `Good${trick}`)
    expect(mail.headers.map(({ key }) => key)).not.toContain('bcc')
    expect(mail.subject).toContain('Rounds')
    expect(mail.subject).not.toMatch(/[\r\n]/)
    expect((mail.from as { name: string }).name).not.toMatch(/[\r\n]/)
    expect(named.status === 200 || named.body.code === 'invalid_input').toBe(true)
  })

  it('sec-I08: nor to the head of an answer, whatever address leads on to another', async () => {
    const site = await make()
    const number = await site.idea(await site.member(), { title: 'Rounds' })
    const app = makeApp(world)
    for (const trick of [
      '%0d%0aset-cookie:%20a=b',
      '%0aset-cookie:%20a=b',
      '%E5%98%8A%E5%98%8Dset-cookie:%20a=b',
    ])
      for (const path of [
        `t/${number}-${trick}`,
        `t/${number}?${trick}`,
        `b/ideas/?${trick}`,
        `b/${trick}`,
      ]) {
        const answer = await app.request(`http://localhost:3000/s/${site.slug}/${path}`)
        expect(answer.status, path).toBeLessThan(500)
        expect(answer.headers.get('set-cookie'), path).toBe(null)
        expect(answer.headers.get('location') ?? '', path).not.toMatch(/[\r\n]/)
      }
  })
})

it('sec-I12: what templates would fill in is in a mail as it was written', async () => {
  const site = await make()
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template would fill in
  const filled = "{{'za'+'zb'}} ${'za'+'zb'} <%= 'za'+'zb' %> #{'za'+'zb'} {'za'+'zb'} $& $1 %s %(x)s"
  const tom = await site.member('Tom {{1+1}}')
  const mail = await mailOf(site, `Rounds ${filled}`, tom, `See ${filled}`)
  expect(mail.subject).toContain(`Rounds ${filled}`)
  expect(mail.text).toContain(`See ${filled}`)
  expect(mail.text).toContain('Tom {{1+1}}')
  expect(`${mail.subject}${mail.text}`).not.toMatch(/zazb|Tom 2/)
})

describe('the log of requests', () => {
  it('sec-P02: says who was refused what and from where, a line each, and no line that a stranger wrote', async () => {
    const lines: string[] = []
    const log = makeLog('info', { write: (line: string) => void lines.push(line) })
    const site = await make()
    const lea = await site.member('Lea')
    const app = makeApp({ ...world, log })
    const ask = (path: string, init?: RequestInit) =>
      app.request(`http://localhost:3000/api/v1/sites/${site.slug}/${path}`, init)
    await ask('audit', { headers: lea.headers })
    await ask('staff-sessions/link', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
      body: JSON.stringify({ token: `pvl_${'0'.repeat(32)}` }),
    })
    await ask('%0d%0a{"level":30,"path":"forged"}%1b[31m%E2%80%A8', { headers: lea.headers })
    expect(lines).toHaveLength(3)
    const told = lines.map((line) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a line has one end and colours nothing
      expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f\u2028]/)
      return JSON.parse(line) as Record<string, unknown>
    })
    const whole = { time: expect.any(Number), request: expect.any(String), network: expect.anything() }
    expect(told).toMatchObject([
      { ...whole, method: 'GET', path: expect.stringMatching(/\/audit$/), status: 403, member: lea.id },
      { ...whole, method: 'POST', path: expect.stringMatching(/\/link$/), status: 401 },
      { ...whole, status: 404, path: expect.not.stringContaining('\n') },
    ])
  })
})
