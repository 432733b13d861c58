import { afterEach, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { letterWords } from '../../server/mails/words.ts'
import { type TestSite, testWorld } from '../support/world.ts'

// In which language somebody whom the host signs on reads the community, and gets its mail.

const { site: make, world, clock, mails } = await testWorld()
afterEach(() => clock.reset())

const signOn = (site: TestSite, claims: Record<string, unknown>, locale?: unknown) =>
  site.post('sessions/sso', { token: site.token({ sub: 'lea', name: 'Lea', ...claims }), locale })

test('where neither the token nor the member says a language, it is the one in which they first read', async () => {
  const site = await make()
  const email = `language-${process.pid}@mail.example`
  expect((await signOn(site, { email })).body.member.locale).toBeNull()
  const { body } = await signOn(site, { email }, 'fr')
  expect(body.member.locale).toBe('fr')
  const lea = { id: body.member.id, name: 'Lea', headers: { authorization: `Bearer ${body.token}` } }
  await site.reply(await site.member('Tom'), await site.idea(lea, { title: 'Un abri' }))
  clock.move(200)
  await sendDue(world)
  expect((await mails.to(email)).text).toContain(letterWords.fr.reply('Tom', 'Un abri'))
  // Another page, in another language, is no choice.
  expect((await signOn(site, {}, 'de')).body.member.locale).toBe('fr')
  await site.patch('me', { locale: 'en' }, lea)
  expect((await signOn(site, {}, 'de')).body.member.locale).toBe('en')
  expect((await signOn(site, { locale: 'de-CH' }, 'fr')).body.member.locale).toBe('de')
})

test('a new member of a host that says neither name nor language has both in that of the page', async () => {
  const site = await make()
  const { member } = (await signOn(site, { sub: 'nobody', name: undefined }, 'fr')).body
  expect([member.locale, member.name]).toEqual(['fr', expect.stringMatching(/^Membre \d+$/)])
  const both = (await signOn(site, { sub: 'other', locale: 'de' }, 'fr')).body.member
  expect(both.locale).toBe('de')
})

test('a guest who chose a language keeps it as the member that they become', async () => {
  const site = await make()
  const guest = await site.guest()
  await site.patch('me', { locale: 'de' }, guest)
  const secret = guest.headers.authorization!.slice('Bearer '.length)
  const { body } = await site.post('sessions/sso', {
    token: site.token({ sub: 'gil' }),
    guest: secret,
    locale: 'fr',
  })
  expect(body.member).toMatchObject({ id: guest.id, locale: 'de' })
})

test('a language that is none of ours is refused, and a sign-out takes none', async () => {
  const site = await make()
  for (const locale of ['es', 'fr-FR', '', 1, null]) expect((await signOn(site, {}, locale)).status).toBe(422)
  const token = site.token({ sub: 'lea' })
  expect((await site.post('sessions/sso/sign-outs', { token, locale: 'fr' })).status).toBe(422)
})
