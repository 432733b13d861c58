import { expect, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { Mailer } from '../../server/lib/mailer.ts'
import { TestSite as Site, type TestSite, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

// A mailer as it is in development without SMTP_URL.
const mailer = new Mailer({ ...world.config, smtpUrl: undefined }, world.db)

async function send(acme: TestSite, to: string, subject: string): Promise<void> {
  const { id: siteId } = await acme.row()
  await mailer.send({ siteId, to, subject, text: `Text of ${subject}`, html: '<p>Hello</p>' })
}

test('in development staff read the mails of their own site that were not sent, newest first', async () => {
  const acme = await site()
  const other = await site()
  const mona = await acme.staff('moderator')
  for (const subject of ['First', 'Second', 'Third']) await send(acme, 'mia@example.org', subject)
  await send(other, 'secret@example.org', 'Elsewhere')
  const page = await acme.get('mailbox?limit=2', mona)
  expect(page.body.items).toEqual([
    {
      id: expect.any(String),
      recipient: 'mia@example.org',
      subject: 'Third',
      text: 'Text of Third',
      createdAt: expect.any(String),
    },
    expect.objectContaining({ subject: 'Second' }),
  ])
  const rest = await acme.get(`mailbox?cursor=${page.body.next}`, mona)
  expect(rest.body).toMatchObject({ items: [{ subject: 'First' }], next: null })
  expect(page.text + rest.text).not.toContain('Elsewhere')
})

test('nobody else reads them', async () => {
  const acme = await site()
  const other = await site()
  await send(acme, 'mia@example.org', 'Your code')
  expect((await acme.get('mailbox')).status).toBe(401)
  expect((await acme.get('mailbox', await acme.member())).status).toBe(403)
  expect((await acme.get('mailbox', await other.staff('owner'))).status).toBe(401)
})

test('outside development there is no mailbox, not even for the owner', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  await send(acme, 'mia@example.org', 'Your code')
  expect((await acme.get('mailbox', olga)).status).toBe(200)
  const outside = { ...world, config: { ...world.config, development: false } }
  const there = new Site(outside, makeApp(outside), { slug: acme.slug, ssoSecret: '', ownerLink: '' })
  expect((await there.get('me', olga)).status).toBe(200)
  for (const as of [olga, undefined]) expect((await there.get('mailbox', as)).status).toBe(404)
})

test('the admin leads to it only where mails land there', async () => {
  const acme = await site()
  const olga = await acme.staff('owner')
  const leads = async (config: Partial<typeof world.config>) => {
    const other = { ...world, config: { ...world.config, ...config } }
    const there = new Site(other, makeApp(other), { slug: acme.slug, ssoSecret: '', ownerLink: '' })
    return (await there.get('staff-sessions/current', olga)).body.mailbox
  }
  expect(await leads({ development: true, smtpUrl: undefined })).toBe(true)
  expect(await leads({ development: true, smtpUrl: 'smtp://127.0.0.1:1' })).toBe(false)
  expect(await leads({ development: false, smtpUrl: undefined })).toBe(false)
})

test('a broken cursor is refused', async () => {
  const acme = await site()
  const mona = await acme.staff('moderator')
  const cursor = Buffer.from('["mailbox","not-an-id"]').toString('base64url')
  for (const bad of [cursor, 'x', '%22']) {
    expect((await acme.get(`mailbox?cursor=${bad}`, mona)).body.code, bad).toBe('broken_cursor')
  }
  expect((await acme.get('mailbox?limit=101', mona)).status).toBe(422)
})
