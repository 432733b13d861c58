import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { Mailer } from '../../server/lib/mailer.ts'
import { dueAt } from '../../server/mails/cadence.ts'
import { sendDue } from '../../server/mails/send.ts'
import { letterWords } from '../../server/mails/words.ts'
import type { Locale } from '../../server/words.ts'
import { eventually } from '../support/eventually.ts'
import { hide, openingOf } from '../support/judging.ts'
import { payloads } from '../support/payloads.ts'
import { refusing } from '../support/refusing.ts'
import { suspension } from '../support/suspended.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Mail of news: what goes to whom, when, and once.

const { site: make, world, clock, mails, app } = await testWorld()
afterEach(() => clock.reset())

let made = 0
const address = () => `reader-${++made}-${process.pid}@mail.example`

interface Reader extends Person {
  email: string
}

async function reader(site: TestSite, claims: Record<string, unknown> = {}): Promise<Reader> {
  const email = address()
  return { ...(await site.member('Mia', { email, ...claims })), email }
}

/** Lets the burst pass, and sends. */
async function post(seconds = 200): Promise<void> {
  clock.move(seconds)
  await sendDue(world)
}

const kindsTold = async (site: TestSite, as: Person): Promise<string[]> =>
  (await site.get('me/notifications', as)).body.items.map((one: { kind: string }) => one.kind)

const states = async (site: TestSite, as: Person) =>
  (
    await sql<{ state: string; reason: string | null }>`select state, reason from mails
      where site_id = ${(await site.row()).id} and member_id = ${as.id} order by created_at`.execute(world.db)
  ).rows

describe('a mail of news', () => {
  it('gathers a burst, once, in the language of its reader, with what mail programs need', async () => {
    const site = await make()
    const lea = await reader(site, { locale: 'fr' })
    const tom = await site.member('Tom http://evil.example')
    const number = await site.idea(lea, { title: 'Des pneus d’hiver' })
    const first = await site.reply(tom, number, 'The **first**.')
    for (const text of ['The second.', '<img src=x onerror=alert(1)>']) await site.reply(tom, number, text)
    await post(60)
    expect(mails.all(lea.email)).toEqual([])
    clock.move(140)
    await Promise.all([sendDue(world), sendDue(world)])
    await post()
    expect(mails.all(lea.email)).toHaveLength(1)
    const mail = await mails.to(lea.email)
    expect(mail.subject).toBe(`[Site ${site.slug}] Des pneus d’hiver`)
    expect(mail.from).toEqual({ name: `Site ${site.slug}`, address: 'no-reply@localhost' })
    expect(mail.text).toContain('a répondu dans «\u202fDes pneus d’hiver\u202f».')
    expect(mail.text).toContain('«\u202fThe first\u2060.\u202f»'.replace('\u2060', ''))
    expect(mail.text).toContain(
      `http://localhost:3000/s/${site.slug}/t/${number}-des-pneus-d-hiver#post-${first}\n`,
    )
    expect(mail.text).toContain('Personne ne lit les réponses à cet e-mail')
    expect(`${mail.text}${mail.html}`).not.toContain('http://evil.example')
    expect(mail.html).not.toMatch(/<img|onerror=alert\(1\)>/)
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('list-id')).toBe(`<${site.slug}.localhost>`)
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    expect(header('list-unsubscribe')).toMatch(
      new RegExp(`^<http://localhost:3000/s/${site.slug}/unsubscribe/[0-9a-f]{64}/follows>$`),
    )
    expect(mail.messageId).toMatch(/^<news\.[0-9a-f-]{36}@localhost>$/)
    expect(mail.inReplyTo).toMatch(/^<thread\.[0-9a-f-]{36}@localhost>$/)
    expect(mail.references).toBe(mail.inReplyTo)
    await site.reply(tom, number)
    await post()
    const second = await mails.to(lea.email, 2)
    expect([second.inReplyTo, second.messageId === mail.messageId]).toEqual([mail.inReplyTo, false])
  })

  it('leads to the host’s page in the language of its reader, and else to the one for all', async () => {
    const site = await make()
    const admin = await site.staff('admin')
    const hostPages = { fr: 'https://host.example/fr/communaute' }
    await site.patch('settings', { hostPage: 'https://host.example/community', hostPages }, admin)
    const [lea, jan] = [await reader(site, { locale: 'fr' }), await reader(site, { locale: 'de' })]
    const number = await site.idea(lea, { title: 'A lamp' })
    await site.put(`threads/${number}/subscription`, undefined, jan)
    const reply = await site.reply(await site.member('Tom'), number)
    for (const one of [lea, jan]) await eventually(() => kindsTold(site, one)).toEqual(['reply'])
    await post()
    const there = `?parvis=/t/${number}-a-lamp/${reply}\n`
    const [french, german] = [await mails.to(lea.email), await mails.to(jan.email)]
    expect(french.text).toContain(`https://host.example/fr/communaute${there}`)
    expect(french.text).toContain('https://host.example/fr/communaute?parvis=/me/settings')
    expect(french.html).not.toContain('https://host.example/community')
    expect(german.text).toContain(`https://host.example/community${there}`)
    // The page after an unsubscription leads to the same choices.
    const [, ending] = /(http:\/\/localhost:3000\/s\/\S+\/unsubscribe\/\S+)/.exec(french.text!) ?? []
    const page = await (await app.request(ending!)).text()
    expect(page).toContain('href="https://host.example/fr/communaute?parvis=/me/settings"')
  })

  it('goes without what may still be taken back, which another has: nothing waits for the next news', async () => {
    const site = await make()
    const [lea, tom, mira] = [await reader(site), await site.member('Tom'), await site.staff('admin')]
    const number = await site.idea(lea, { title: 'Winter tyres' })
    await site.reply(tom, number, 'The first.')
    await eventually(() => kindsTold(site, lea)).toEqual(['reply'])
    clock.move(175)
    await site.put(`threads/${number}/status`, { status: 'planned', note: 'In May.' }, mira)
    clock.move(6)
    await post(0)
    const first = await mails.to(lea.email)
    expect(first.text).toContain('The first.')
    expect(first.text).not.toContain('In May.')
    await post()
    expect((await mails.to(lea.email, 2)).text).toContain('In May.')
    await post()
    expect(await states(site, lea)).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  })

  it('quotes a reply once that it tells of twice', async () => {
    const site = await make()
    const [lea, tom, cm] = [
      await reader(site),
      await site.member('Tom'),
      await site.staff('moderator', 'Nia'),
    ]
    const number = await site.idea(lea, { title: 'A lamp' })
    const reply = await site.reply(tom, number, 'Behind the saddle.')
    await site.put(`threads/${number}/official`, { reply }, cm)
    await post()
    const { text } = await mails.to(lea.email)
    expect(text).toContain('Tom replied in “A lamp”.')
    expect(text).toContain('Nia gave the official answer in “A lamp”.')
    expect(text!.split('“Behind the saddle.”')).toHaveLength(2)
  })

  it('says nothing of what was read, hidden, taken back or closed before it was sent', async () => {
    const site = await make()
    const [lea, tom, cm] = [await reader(site), await site.member('Tom'), await site.staff('moderator')]
    const number = await site.idea(lea, { title: 'Among ourselves' })
    const hidden = await site.reply(tom, number, 'Secret word one')
    const deleted = await site.reply(tom, number, 'Secret word two')
    await site.reply(tom, number, 'A kept word')
    await hide(site, cm, hidden)
    await site.delete(`replies/${deleted}`, tom)
    await post()
    const { text } = await mails.to(lea.email)
    expect(text).toContain('A kept word')
    expect(text).not.toContain('Secret word')
    const official = await site.reply(cm, number, 'Not our last word', { official: true })
    clock.move(13)
    expect(await kindsTold(site, lea)).toContain('official')
    await site.delete(`threads/${number}/official`, cm)
    await post()
    expect(mails.all(lea.email)).toHaveLength(1)
    await site.put(`threads/${number}/official`, { reply: official }, cm)
    await site.put('me/notifications/read', {}, lea)
    await post()
    await site.reply(tom, number)
    await site.put('me/notifications/read', {}, lea)
    await post()
    await site.reply(tom, number, 'Secret word three')
    await site.restrict('ideas', 'staff')
    await post()
    expect(mails.all(lea.email)).toHaveLength(1)
    expect((await states(site, lea)).map((one) => one.state)).toEqual(['sent'])
  })

  it('tells of a thread that one was given, with its place in the admin, while one has it', async () => {
    const site = await make()
    const [mira, pia] = [await site.staff('moderator', 'Mira'), await site.staff('product', 'Pia')]
    const email = address()
    const { id } = await site.row()
    await world.db
      .updateTable('members')
      .set({ email, locale: 'de' })
      .where('site_id', '=', id)
      .where('id', '=', mira.id)
      .execute()
    const [kept, passed] = [
      await site.idea(pia, { title: 'Ein Depot am Rand' }),
      await site.idea(pia, { title: 'Nachts' }),
    ]
    for (const number of [kept, passed])
      await site.put(`threads/${number}/assignment`, { member: mira.id }, pia)
    await site.put(`threads/${passed}/assignment`, { member: pia.id }, pia)
    await post()
    const mail = await mails.to(email)
    expect(mail.text).toContain('Pia hat Ihnen „Ein Depot am Rand“ zugewiesen.')
    expect(mail.text).toContain(`${world.config.publicUrl.href}admin/${site.slug}/feedback/${kept}`)
    expect(mail.text).not.toContain('Nachts')
    expect(mail.text).toContain(`weil Sie zum Team von Site ${site.slug} gehören`)
    expect(mail.text).toContain(`erhalten: ${world.config.publicUrl.href}admin/${site.slug}/account\n`)
    // It is a kind of its own: ended by the link of its mail, and mentions go on.
    const link = mail.headers.find((one) => one.key === 'list-unsubscribe')!.value.slice(1, -1)
    expect(link).toMatch(/\/assignments$/)
    expect(await (await app.request(link)).text()).toContain('Themen, die Ihnen zugewiesen werden')
    const origin = { origin: 'https://mail.example', 'content-type': 'application/x-www-form-urlencoded' }
    const body = 'List-Unsubscribe=One-Click'
    expect((await app.request(link, { method: 'POST', body, headers: origin })).status).toBe(200)
    expect((await site.get('me/mail', mira)).body).toMatchObject({ assignments: 'none', mentions: 'soon' })
    await site.put(`threads/${passed}/assignment`, { member: mira.id }, pia)
    await post()
    expect(mails.all(email)).toHaveLength(1)
    expect((await site.get('me/notifications', mira)).body.items).toHaveLength(2)
  })

  it('goes to nobody without an address, and of decisions alone to who is suspended', async () => {
    const site = await make()
    const [lea, tom, cm] = [await reader(site), await site.member('Tom'), await site.staff('moderator')]
    const [number, silent] = [await site.idea(lea), await site.idea(tom)]
    const guest = await site.guest()
    await site.put(`threads/${number}/subscription`, undefined, guest)
    await site.reply(lea, silent)
    await site.reply(tom, number, 'Not for now')
    expect((await site.put(`members/${lea.id}/suspension`, suspension, cm)).status).toBe(201)
    await post()
    const mail = await mails.to(lea.email)
    expect(mail.text).toContain('The team suspended you')
    expect(mail.text).not.toContain('Not for now')
    expect(mail.headers.some((one) => one.key.startsWith('list-unsubscribe'))).toBe(false)
    expect([...(await states(site, tom)), ...(await states(site, guest))]).toEqual([])
  })
})

describe('a mail of a decision', () => {
  it.each<Locale>(['en', 'fr', 'de'])(
    'carries the rule, the reason, who decided and what becomes of the post, in the language of its reader: %s',
    async (locale) => {
      const site = await make()
      const [lea, cm] = [await reader(site, { locale }), await site.staff('moderator', 'Nia')]
      const number = await site.idea(lea, { title: 'A lamp' })
      const { id } = await hide(site, cm, await openingOf(site, number), { reason: 'It sells\nsomething.' })
      const rule = (await site.get('rules')).body.items.find((one: { number: number }) => one.number === 4)
      await post()
      const words = letterWords[locale]
      const lines = [
        words.ruling('A lamp'),
        words.rule(4, (rule.names[locale] ?? rule.name).replace('.', '')),
        words.quote('It sells something.'),
        words.decided('Nia'),
        words.instead,
      ]
      const mail = await mails.to(lea.email)
      expect(mail.text).toContain(lines.join('\n\n'))
      for (const line of lines) expect(mail.html).toContain(line)
      // What was taken back carries no reason any more.
      await site.delete(`rulings/${id}`, cm)
      await post()
      const { text } = await mails.to(lea.email, 2)
      expect(text).toContain(words.lifted('A lamp'))
      for (const line of lines) expect(text).not.toContain(line)
    },
  )

  it('is in the mail however much else there is to tell', async () => {
    const site = await make()
    const [lea, cm, tom] = [
      await reader(site),
      await site.staff('moderator', 'Nia'),
      await site.member('Tom'),
    ]
    const number = await site.idea(lea, { title: 'A lamp' })
    const other = await site.idea(lea, { title: 'A bell' })
    for (let at = 0; at < 33; at++) await site.reply(tom, number, `Reply ${at}.`)
    await hide(site, cm, await openingOf(site, other), { reason: 'It sells something.' })
    await post()
    const { text } = await mails.to(lea.email)
    expect(text).toContain(letterWords.en.ruling('A bell'))
    expect(text).toContain('It sells something.')
    expect(text).toContain('Reply 28.')
    expect(text).not.toContain('Reply 29.')
    expect(text).toContain(letterWords.en.more(4))
  })

  it('carries the rule and the reason of a suspension', async () => {
    const site = await make()
    const [lea, cm] = [await reader(site, { locale: 'fr' }), await site.staff('moderator')]
    await site.put(`members/${lea.id}/suspension`, suspension, cm)
    const rule = (await site.get('rules')).body.items[0]
    await post()
    const { text, html } = await mails.to(lea.email)
    const words = letterWords.fr
    const lines = [
      words.suspended(null),
      words.rule(rule.number, (rule.names.fr ?? rule.name).replace('.', '')),
      words.quote(suspension.reason),
    ]
    expect(text).toContain(lines.join('\n\n'))
    for (const line of lines) expect(html).toContain(line)
    expect(text).not.toContain(words.instead)
  })

  it('shows a rule and a reason as they were written, whatever they would be elsewhere', async () => {
    const site = await make()
    const [lea, cm, owner] = [
      await reader(site),
      await site.staff('moderator', 'Nia http://evil.example'),
      await site.staff('owner'),
    ]
    const number = await site.idea(lea, { title: 'A lamp' })
    const name = '<b>Be kind, not http://evil.example'
    const made = await site.post('rules', { name }, owner)
    expect(made.status).toBe(201)
    const reason = payloads.join(' ').slice(0, 1900)
    await hide(site, cm, await openingOf(site, number), { rule: made.body.number, reason })
    await post()
    const { text, html } = await mails.to(lea.email)
    expect(text).toContain('“<b>Be kind, not')
    expect(html).toContain('“&lt;b&gt;Be kind, not')
    expect(html).not.toMatch(/<(script|img|iframe|svg|b>|base|meta http)/i)
    expect(`${text}${html}`).not.toContain('http://evil.example')
  })
})

describe('who chooses', () => {
  it('gets a digest of a day or a week at its hour, or nothing, and the choice takes along what waits', async () => {
    expect(dueAt('day', new Date('2026-11-27T06:59:59Z')).toISOString()).toBe('2026-11-27T07:00:00.000Z')
    expect(dueAt('day', new Date('2026-11-27T07:00:00Z')).toISOString()).toBe('2026-11-28T07:00:00.000Z')
    expect(dueAt('week', new Date('2026-11-28T12:00:00Z')).toISOString()).toBe('2026-11-30T07:00:00.000Z')
    const site = await make()
    const [lea, tom] = [await reader(site), await site.member('Tom')]
    const [one, other] = [
      await site.idea(lea, { title: 'One idea' }),
      await site.idea(lea, { title: 'Another idea' }),
    ]
    expect((await site.get('me/mail', lea)).body).toEqual({
      email: lea.email,
      follows: 'soon',
      statuses: 'soon',
      mentions: 'soon',
      officials: 'soon',
      assignments: null,
    })
    await site.reply(tom, one)
    expect((await site.patch('me/mail', { follows: 'day' }, lea)).body.follows).toBe('day')
    await site.reply(tom, other)
    await post()
    expect(mails.all(lea.email)).toEqual([])
    await post(86_400)
    const mail = await mails.to(lea.email)
    expect(mail.subject).toBe(`Your day at Site ${site.slug}`)
    expect(mail.text).toMatch(/One idea[\s\S]*Another idea/)
    expect(mail.inReplyTo).toBeUndefined()
    await site.reply(tom, one)
    await site.patch('me/mail', { follows: 'none' }, lea)
    await site.patch('me/mail', { follows: 'week' }, lea)
    await post(8 * 86_400)
    expect(mails.all(lea.email)).toHaveLength(1)
    for (const body of [{ follows: 'hourly' }, { decisions: 'none' }, { follows: 1 }, []])
      expect((await site.patch('me/mail', body, lea)).status).toBe(422)
    expect((await site.get('me/mail')).status).toBe(401)
    expect((await site.get('me/mail', await site.guest())).body.email).toBeNull()
  })

  it('gathers a week’s news in one mail on Monday morning, for who wishes that', async () => {
    const site = await make()
    const untilDue = () => (dueAt('week', world.clock.now()).getTime() - world.clock.now().getTime()) / 1000
    // Not so late that what is told here would wait for another week.
    if (untilDue() < 7200) clock.move(7300)
    const [lea, tom] = [await reader(site), await site.member('Tom')]
    await site.patch('me/mail', { follows: 'week' }, lea)
    for (const title of ['A lamp', 'A bell']) await site.reply(tom, await site.idea(lea, { title }))
    await post(untilDue() - 3600)
    expect(mails.all(lea.email)).toEqual([])
    await post(3700)
    const { subject, text } = await mails.to(lea.email)
    expect(subject).toBe(letterWords.en.digest.week(`Site ${site.slug}`))
    for (const title of ['A lamp', 'A bell']) expect(text).toContain(`Tom replied in “${title}”.`)
    await post(8 * 86_400)
    expect(mails.all(lea.email)).toHaveLength(1)
  })

  it.each<Locale>(['en', 'fr', 'de'])('reads a day’s news in their language: %s', async (locale) => {
    const site = await make()
    const [lea, tom] = [await reader(site, { locale }), await site.member('Tom')]
    await site.patch('me/mail', { follows: 'day' }, lea)
    for (const title of ['A lamp', 'A bell']) await site.reply(tom, await site.idea(lea, { title }))
    await post(86_400)
    const { subject, text } = await mails.to(lea.email)
    const words = letterWords[locale]
    expect(subject).toBe(words.digest.day(`Site ${site.slug}`))
    for (const title of ['A lamp', 'A bell']) expect(text).toContain(words.reply('Tom', title))
  })

  it('hears of a status or an official answer by mail, or where they wish so not', async () => {
    const site = await make()
    const [lea, pia] = [await reader(site), await site.staff('product', 'Pia')]
    const number = await site.idea(lea, { title: 'A lamp' })
    await site.patch('me/mail', { follows: 'none', statuses: 'none', officials: 'none' }, lea)
    const act = async (status: string) => {
      await site.put(`threads/${number}/status`, { status, note: `So it is ${status}.` }, pia)
      await site.reply(pia, number, `We say ${status}.`, { official: true })
      await post()
    }
    await act('planned')
    expect(mails.all(lea.email)).toEqual([])
    expect(await kindsTold(site, lea)).toEqual(expect.arrayContaining(['status', 'official']))
    await site.patch('me/mail', { statuses: 'soon' }, lea)
    await act('building')
    expect((await mails.to(lea.email)).text).toMatch(/So it is building\./)
    expect((await mails.to(lea.email)).text).not.toContain('We say building.')
    await site.patch('me/mail', { statuses: 'none', officials: 'soon' }, lea)
    await act('shipped')
    const { text } = await mails.to(lea.email, 2)
    expect(text).toContain('We say shipped.')
    expect(text).not.toContain('So it is shipped.')
  })

  it('ends a kind of mail by its link: a POST without a session ends it, a GET changes nothing', async () => {
    const [site, elsewhere] = [await make(), await make()]
    const [lea, tom] = [await reader(site, { locale: 'de' }), await site.member('Tom')]
    const number = await site.idea(lea)
    await site.reply(tom, number)
    await post()
    const { headers } = await mails.to(lea.email)
    const link = headers.find((one) => one.key === 'list-unsubscribe')!.value.slice(1, -1)
    const ask = (url: string, method = 'GET') =>
      app.request(url, {
        method,
        ...(method === 'POST'
          ? {
              body: 'List-Unsubscribe=One-Click',
              headers: {
                'content-type': 'application/x-www-form-urlencoded',
                origin: 'https://mail.example',
              },
            }
          : {}),
      })
    const page = await ask(link)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(await page.text()).toContain('Diese E-Mails abbestellen?')
    expect((await site.get('me/mail', lea)).body.follows).toBe('soon')
    for (const wrong of [
      link.replace(site.slug, elsewhere.slug),
      link.replace('/follows', '/decisions'),
      link.replace('/follows', '/follows-follows'),
      link.replace(/unsubscribe\/[^/]+/, 'unsubscribe/00000000-0000-4000-8000-000000000000'),
      link.replace(/unsubscribe\/[^/]+/, 'unsubscribe/__proto__'),
    ])
      expect((await ask(wrong, 'POST')).status, wrong).toBe(404)
    for (const _ of [1, 2]) expect((await ask(link, 'POST')).status).toBe(200)
    // Who changes their mind is led to where it is chosen.
    const settings = /<a class="a" href="([^"]+)">Auswählen, was Sie per E-Mail erhalten</.exec(
      await (await ask(link)).text(),
    )?.[1]
    expect((await app.request(settings!)).status).toBe(200)
    expect((await site.get('me/mail', lea)).body).toMatchObject({ follows: 'none', statuses: 'soon' })
    await site.reply(tom, number)
    await post()
    expect(mails.all(lea.email)).toHaveLength(1)
  })

  it('sec-S08: has links of 128 random bits and more that never repeat; shorter ones that were sent once still work', async () => {
    const site = await make()
    const { id: site_id } = await site.row()
    const lea = await site.member('Lea')
    const made = await sql<{ key: string }>`insert into telling_choices (site_id, member_id)
      values (${site_id}, ${lea.id}) returning unsubscribe_key as key`.execute(world.db)
    const keys = new Set([made.rows[0]!.key])
    for (let count = 0; count < 200; count++) {
      const { rows } = await sql<{ key: string }>`update telling_choices set unsubscribe_key = default
        where site_id = ${site_id} and member_id = ${lea.id} returning unsubscribe_key as key`.execute(
        world.db,
      )
      keys.add(rows[0]!.key)
    }
    expect(keys.size).toBe(201)
    // Two random UUIDs, of which 122 bits each are chance.
    for (const key of keys) expect(key).toMatch(/^([0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}){2}$/)
    const before = '5f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f'
    await sql`update telling_choices set unsubscribe_key = ${before}
      where site_id = ${site_id} and member_id = ${lea.id}`.execute(world.db)
    const ended = await app.request(`http://localhost:3000/s/${site.slug}/unsubscribe/${before}/follows`, {
      method: 'POST',
    })
    expect(ended.status).toBe(200)
    expect((await site.get('me/mail', lea)).body.follows).toBe('none')
  })
})

describe('whom an answer to a mail would go to', () => {
  const unread = {
    en: 'Replies are not read',
    fr: 'Les réponses ne sont pas lues',
    de: 'Antworten werden nicht gelesen',
  }

  it.each(Object.entries(unread))(
    'says in the language of its reader that nobody reads it: %s',
    async (locale, name) => {
      const site = await make()
      const [lea, owner] = [await reader(site, { locale }), await site.staff('owner')]
      await site.reply(owner, await site.idea(lea))
      await post()
      const [coded, invited] = [address(), address()]
      await site.post('sessions/email', { email: coded, locale })
      await site.patch('settings', { locale }, owner)
      await site.post('team', { email: invited, name: 'Nia', role: 'product' }, owner)
      for (const to of [lea.email, coded, invited]) {
        const mail = await mails.to(to)
        expect(mail.from).toEqual({ name: `Site ${site.slug}`, address: 'no-reply@localhost' })
        expect(mail.replyTo).toEqual([{ name, address: 'no-reply@localhost' }])
        const header = (key: string) => mail.headers.find((one) => one.key === key)?.value
        expect(header('auto-submitted')).toBe('auto-generated')
      }
    },
  )

  it('is at the domain of who sends it, however that is written', async () => {
    const senders = [
      ['Räder, GmbH <post@mail.räder.example>', 'no-reply@mail.xn--rder-loa.example'],
      ['"Smith, Joe (x@y.example)" <joe@acme.example>', 'no-reply@acme.example'],
    ] as const
    for (const [from, replyTo] of senders) {
      const { mailFrom, mailDomain } = readConfig({ MAIL_FROM: from })
      const mailer = new Mailer({ ...world.config, mailFrom, mailDomain }, world.db)
      const to = address()
      await mailer.send({ siteId: '', to, locale: 'fr', subject: 'Hello', text: 'Hello', html: 'Hello' })
      mailer.close()
      expect((await mails.to(to)).replyTo).toEqual([{ name: unread.fr, address: replyTo }])
    }
  })
})

it('with the mail server away nothing is lost, and nobody gets a mail twice', async () => {
  const site = await make()
  const [lea, tom] = [await reader(site), await site.member('Tom')]
  const number = await site.idea(lea)
  await site.reply(tom, number, 'Before')
  clock.move(200)
  const away = new Mailer({ ...world.config, smtpUrl: 'smtp://127.0.0.1:1' }, world.db)
  await sendDue({ ...world, mailer: away })
  away.close()
  expect(await states(site, lea)).toEqual([
    { state: 'waiting', reason: expect.stringMatching(/ECONNREFUSED|ESOCKET|ECONNECTION/) },
  ])
  mails.busy.add(lea.email)
  for (const _ of [1, 2, 3]) await post()
  expect(await states(site, lea)).toEqual([{ state: 'waiting', reason: expect.stringContaining('451') }])
  await site.reply(tom, number, 'Meanwhile')
  mails.busy.delete(lea.email)
  await post(3600)
  await post(3600)
  expect(mails.all(lea.email)).toHaveLength(1)
  expect((await mails.to(lea.email)).text).toMatch(/Before[\s\S]*Meanwhile/)
  // A process that died while it sent is found out, and its mail sent.
  await site.reply(tom, number, 'Last')
  await sql`update mails set state = 'sending', attempts = 1, due_at = ${clock.now()}, claimed_at = ${clock.now()}
    where state = 'waiting' and site_id = ${(await site.row()).id}`.execute(world.db)
  await post(300)
  expect(mails.all(lea.email)).toHaveLength(1)
  await post(600)
  expect(mails.all(lea.email)).toHaveLength(2)
})

it('what the mail server took is not sent again where the database fails before that is noted', async () => {
  const site = await make()
  const [lea, tom] = [await reader(site), await site.member('Tom')]
  await site.reply(tom, await site.idea(lea))
  const { id } = await site.row()
  const away = await refusing(world.db, 'mails', `new.state = 'sent' and new.site_id = '${id}'`)
  clock.move(200)
  const sending = sendDue(world)
  try {
    await eventually(away.refused).toBe(true)
  } finally {
    await away.end()
  }
  await sending
  for (const seconds of [200, 700, 3600]) await post(seconds)
  expect(mails.all(lea.email)).toHaveLength(1)
  expect(await states(site, lea)).toEqual([{ state: 'sent', reason: null }])
})

it('what the mail server refuses for good is shown to admins with the reason, and tried again when they say so', async () => {
  const [site, elsewhere] = [await make(), await make()]
  const [lea, tom] = [await reader(site), await site.member('Tom')]
  const [admin, cm] = [await site.staff('admin', 'Ada'), await site.staff('moderator')]
  const stranger = await elsewhere.staff('admin')
  const number = await site.idea(lea)
  mails.refused.add(lea.email)
  await site.reply(tom, number, 'Before')
  expect((await site.get('mails?state=waiting', admin)).body.items).toMatchObject([
    { email: lea.email, attempts: 0 },
  ])
  const [waiting] = (await site.get('mails?state=waiting', admin)).body.items
  expect((await site.post(`mails/${waiting.id}/attempts`, undefined, admin)).status).toBe(409)
  await post()
  const { body } = await site.get('mails', admin)
  expect(body).toMatchObject({
    items: [
      {
        member: { name: 'Mia' },
        email: lea.email,
        cadence: 'soon',
        state: 'failed',
        attempts: 1,
        reason: expect.stringContaining('550'),
      },
    ],
    next: null,
  })
  const [failed] = body.items
  const retry = `mails/${failed.id}/attempts`
  expect((await site.get('mails', cm)).status).toBe(403)
  expect((await site.post(retry, undefined, cm)).status).toBe(403)
  expect((await elsewhere.post(retry, undefined, stranger)).status).toBe(404)
  expect((await site.post('mails/x/attempts', undefined, admin)).status).toBe(422)
  // Another mail began to gather meanwhile: it takes over what failed.
  await site.reply(tom, number, 'Meanwhile')
  mails.refused.delete(lea.email)
  expect((await site.post(retry, undefined, admin)).status).toBe(204)
  expect((await site.post(retry, undefined, admin)).status).toBe(404)
  await post()
  expect(mails.all(lea.email)).toHaveLength(1)
  expect((await mails.to(lea.email)).text).toMatch(/Before[\s\S]*Meanwhile/)
  expect((await site.get('mails', admin)).body.items).toEqual([])
  expect((await site.get('audit', admin)).body.items[0]).toMatchObject({ action: 'mails.retry' })
})
