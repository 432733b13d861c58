import { expect, test } from 'vitest'
import { type Person, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

test('an admin reads the settings with the tag for the host’s page', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const settings = await acme.get('settings', ana)
  expect(settings.body).toEqual({
    slug: acme.slug,
    name: `Site ${acme.slug}`,
    locale: 'en',
    titles: { en: 'Ideas and answers', fr: 'Idées et réponses', de: 'Ideen und Antworten' },
    purposes: {},
    promises: {},
    emailSignIn: true,
    guests: false,
    showCompany: false,
    limits: expect.any(Array),
    origins: ['https://host.example'],
    hostPage: null,
    hostPages: {},
    widgetTag: `<script type="module" src="http://localhost:3000/widget.js"></script>\n<parvis-board site="${acme.slug}"></parvis-board>`,
  })
  expect(settings.text).not.toContain(acme.secret)
})

test('what is given is changed and shown at once, the rest stays', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.get('opening')).body.site.name).toBe(`Site ${acme.slug}`)
  const changed = await acme.patch(
    'settings',
    { name: 'Acme', promises: { en: 'within 3 h, Mon to Fri' } },
    ana,
  )
  expect(changed.body).toMatchObject({
    name: 'Acme',
    promises: { en: 'within 3 h, Mon to Fri' },
    locale: 'en',
  })
  expect(changed.body.titles.fr).toBe('Idées et réponses')
  expect((await acme.get('opening')).body.site).toMatchObject({
    name: 'Acme',
    promises: { en: 'within 3 h, Mon to Fri' },
  })
  await acme.patch(
    'settings',
    { locale: 'fr', titles: { fr: 'Vos idées' }, purposes: { fr: 'Parlez-nous' } },
    ana,
  )
  const after = (await acme.get('settings', ana)).body
  expect(after).toMatchObject({
    name: 'Acme',
    locale: 'fr',
    titles: { fr: 'Vos idées' },
    purposes: { fr: 'Parlez-nous' },
  })
  expect(after.titles).toEqual({ fr: 'Vos idées' })
  expect((await acme.patch('settings', {}, ana)).body).toEqual(after)
})

test('two changes of different settings at once both hold', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await Promise.all([
    acme.patch('settings', { titles: { en: 'T' } }, ana),
    acme.patch('settings', { promises: { en: 'P' } }, ana),
    acme.patch('settings', { showCompany: true }, ana),
    acme.patch('settings', { emailSignIn: false }, ana),
  ])
  expect((await acme.get('settings', ana)).body).toMatchObject({
    titles: { en: 'T' },
    promises: { en: 'P' },
    showCompany: true,
    emailSignIn: false,
  })
})

test('the company of an author is shown where the site says so, and not before', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member('Mia', { company: { id: 'c', name: 'Nord & Sud' } })
  const number = await acme.idea(mia)
  expect((await acme.get(`threads/${number}`)).text).not.toContain('Nord & Sud')
  await acme.patch('settings', { showCompany: true }, ana)
  expect((await acme.get(`threads/${number}`)).body.author.company).toBe('Nord & Sud')
})

test('sign-in by e-mail can be switched off', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await acme.patch('settings', { emailSignIn: false }, ana)
  expect((await acme.post('sessions/email', { email: 'x@example.org' })).status).toBe(403)
  expect((await acme.get('opening')).body.site.emailSignIn).toBe(false)
})

test('exactly the origins given may call from a browser, from the next request on', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const allowed = async (origin: string) =>
    (await acme.request('GET', 'opening', { headers: { origin } })).headers.get('access-control-allow-origin')
  expect(await allowed('https://host.example')).toBe('https://host.example')
  const origins = [
    'https://www.acme.example',
    'http://localhost:5173',
    'https://a.example:8443',
    'https://www.acme.example',
  ]
  const changed = await acme.patch('settings', { origins }, ana)
  expect(changed.body.origins).toEqual([
    'http://localhost:5173',
    'https://a.example:8443',
    'https://www.acme.example',
  ])
  expect(await allowed('https://www.acme.example')).toBe('https://www.acme.example')
  for (const origin of [
    'https://host.example',
    'https://acme.example',
    'https://www.acme.example.evil.example',
    'null',
  ]) {
    expect(await allowed(origin), origin).toBe(null)
  }
  expect((await acme.patch('settings', { origins: [] }, ana)).body.origins).toEqual([])
  expect(await allowed('https://www.acme.example')).toBe(null)
})

test('an origin is exactly an origin', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const good = ['https://münchen.example', 'https://x.example', 'http://127.0.0.1:3000', 'http://[::1]:80']
  const bad = [
    '',
    '*',
    'null',
    'x.example',
    'https://',
    'https://*.example',
    'https://*',
    'https://x.example/',
    'https://x.example/path',
    'https://x.example?q',
    'https://x.example#f',
    'https://x.example:443',
    'https://X.example',
    ' https://x.example',
    'https://user:pw@x.example',
    'http://x.example',
    'http://localhost.example',
    'http://127.0.0.1.example',
    'ftp://x.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    `https://${'x'.repeat(300)}.example`,
    ...good.slice(0, 1),
    ...good.slice(3),
  ]
  for (const origin of bad) {
    expect((await acme.patch('settings', { origins: [origin] }, ana)).status, origin).toBe(422)
  }
  for (const origin of [
    'https://x.example',
    'https://xn--mnchen-3ya.example',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
    'http://localhost',
  ]) {
    expect((await acme.patch('settings', { origins: [origin] }, ana)).body.origins, origin).toEqual([origin])
  }
  const many = Array.from({ length: 21 }, (_, index) => `https://h${index}.example`)
  expect((await acme.patch('settings', { origins: many }, ana)).status).toBe(422)
})

test('the page of the host is one of an origin that may embed the community', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const set = async (hostPage: unknown) => acme.patch('settings', { hostPage }, ana)
  for (const page of [
    '',
    'community',
    'https://other.example/community',
    'https://host.example.evil.example/',
    'http://host.example/community',
    'https://ana:secret@host.example/community',
    'https://host.example/community#board',
    'javascript:alert(1)',
    `https://host.example/${'x'.repeat(500)}`,
    7,
  ])
    expect((await set(page)).status, String(page)).toBe(422)
  expect((await acme.get('settings', ana)).body.hostPage).toBe(null)
  expect((await set('https://host.example')).body.hostPage).toBe('https://host.example/')
  const page = 'https://host.example/community?lang=en'
  expect((await set(page)).body.hostPage).toBe(page)
  // Where its origin goes, nobody is led there any more.
  await acme.patch('settings', { origins: ['https://other.example'] }, ana)
  expect((await acme.get('settings', ana)).body.hostPage).toBe(null)
  const both = { origins: ['https://new.example'], hostPage: 'https://new.example/c' }
  expect((await acme.patch('settings', both, ana)).body.hostPage).toBe('https://new.example/c')
  expect((await set(null)).body.hostPage).toBe(null)
})

test('the page of the host may be another one for each language, each of an origin that may embed the community', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const set = async (hostPages: unknown) => acme.patch('settings', { hostPages }, ana)
  for (const pages of [
    [],
    'https://host.example/fr',
    { es: 'https://host.example/es' },
    { fr: null },
    { fr: 'https://host.example/fr#board' },
    { fr: 'javascript:alert(1)' },
  ])
    expect((await set(pages)).status, JSON.stringify(pages)).toBe(422)
  const strange = await set({ fr: 'https://host.example/fr', de: 'https://other.example/de' })
  expect(strange.status).toBe(422)
  expect(strange.body.errors.map(({ path }: { path: string }) => path)).toEqual(['hostPages.de'])
  expect((await acme.get('settings', ana)).body.hostPages).toEqual({})
  const pages = { fr: 'https://host.example/fr/communaute', de: 'https://host.example/de?a=1' }
  expect((await set(pages)).body.hostPages).toEqual(pages)
  // Given as a whole, and the page for all readers stays.
  expect((await set({ fr: pages.fr })).body).toMatchObject({ hostPage: null, hostPages: { fr: pages.fr } })
  await acme.patch('settings', { origins: ['https://other.example'] }, ana)
  expect((await acme.get('settings', ana)).body.hostPages).toEqual({})
})

test('what does not fit is refused and changes nothing', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const before = (await acme.get('settings', ana)).body
  const bad: object[] = [
    { name: '' },
    { name: 'x'.repeat(81) },
    { name: 'a\u0000b' },
    { slug: 'other' },
    { locale: 'it' },
    { titles: { es: 'X' } },
    { titles: 'X' },
    { titles: { en: 'x'.repeat(81) } },
    { promises: { en: 'x'.repeat(121) } },
    { purposes: { en: 'x'.repeat(301) } },
    { showCompany: 'yes' },
    { emailSignIn: 1 },
    { ssoSecret: 'mine' },
    { settings: {} },
    { name: 'Good', locale: 'xx' },
  ]
  for (const body of bad)
    expect((await acme.patch('settings', body, ana)).status, JSON.stringify(body)).toBe(422)
  const raw = '{"__proto__":{"showCompany":true}}'
  const proto = await acme.request('PATCH', 'settings', {
    as: ana,
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(proto.status).toBe(422)
  expect((await acme.get('settings', ana)).body).toEqual(before)
})

test('staff read the settings; admins and owners of this very site change them', async () => {
  const acme = await site()
  const other = await site()
  const people: [Person | undefined, number, number][] = [
    [undefined, 401, 401],
    [await acme.member(), 403, 403],
    [await other.staff('owner'), 401, 401],
    [await acme.staff('moderator'), 200, 403],
    [await acme.staff('product'), 200, 403],
    [await acme.staff('owner'), 200, 200],
  ]
  for (const [as, read, change] of people) {
    expect((await acme.get('settings', as)).status).toBe(read)
    expect((await acme.patch('settings', { name: 'N' }, as)).status).toBe(change)
  }
})

test('a cookie alone changes nothing from a page of another origin', async () => {
  const acme = await site()
  const ana = await acme.staff('owner')
  for (const headers of [{ origin: 'https://host.example' }, { origin: 'null' }, { origin: '' }]) {
    const as = { ...ana, headers: { cookie: ana.headers.cookie!, ...headers } }
    expect((await acme.patch('settings', { name: 'Stolen' }, as)).status).toBe(403)
  }
  expect((await acme.get('settings', ana)).body.name).not.toBe('Stolen')
})

test('changes of settings are audited', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await acme.patch('settings', { origins: ['https://x.example'] }, ana)
  await acme.patch('settings', { origins: ['*'] }, ana)
  await acme.patch('settings', {}, ana)
  const { id } = await acme.row()
  const entries = await world.db.selectFrom('audit_entries').selectAll().where('site_id', '=', id).execute()
  expect(entries).toHaveLength(1)
  expect(entries[0]).toMatchObject({
    action: 'settings.edit',
    actor_id: ana.id,
    detail: { origins: ['https://x.example'] },
  })
})
