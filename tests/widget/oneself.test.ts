import sharp from 'sharp'
import { expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { letterWords } from '../../server/mails/words.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { widgetWords } from '../support/widget_views.ts'

// One's own account: what one is told, what one wrote and voted for, name, picture and language.

const stage: Stage = await openStage()
const { core, me } = await widgetWords('en')
const french = await widgetWords('fr')

test('of what one is told, what was followed is read, and the others wait on', async () => {
  const site = await stage.site()
  const [lea, anna] = [await site.member('Lea'), await site.member('Anna', { sub: 'anna' })]
  const numbers = [
    await site.idea(anna, { title: 'A lamp for the rear' }),
    await site.idea(anna, { title: 'A bell that rings in rain' }),
    await site.idea(anna, { title: 'A rack for the lift' }),
  ]
  for (const number of numbers) await site.reply(lea, number, 'Yes, please.')
  const unread = async () => (await site.get('me/notifications', anna)).body.unread
  await eventually(unread).toBe(3)
  const { page } = await stage.widget(site, { as: { sub: 'anna', name: 'Anna' }, path: '/me' })
  const last = page.getByRole('link', { name: 'Lea replied in A rack for the lift.' })
  await last.click()
  await page.getByRole('heading', { name: 'A rack for the lift', level: 2 }).waitFor()
  await eventually(unread).toBe(2)
  await page.goBack()
  await last.waitFor()
  await site.reply(lea, numbers[0]!, 'And for the front.')
  await eventually(unread).toBe(3)
  // All that are shown, and not what came since.
  await page.getByRole('button', { name: me.markAll }).click()
  await eventually(unread).toBe(1)
})

test.each([
  ['en', 'Ben Okafor and 2 others replied in §.', 'Lea replied 2 times in §.'],
  ['fr', 'Ben Okafor et 2 autres personnes ont répondu dans §.', 'Lea a répondu 2 fois dans §.'],
  ['de', 'Ben Okafor und 2 weitere haben in § geantwortet.', 'Lea hat 2-mal in § geantwortet.'],
] as const)(
  'replies to one thread are told as one, which leads to the first that is new (%s)',
  async (lang, several, again) => {
    const site = await stage.site()
    const [lea, ben, carl] = [
      await site.member('Lea'),
      await site.member('Ben Okafor'),
      await site.member('Carl Wu'),
    ]
    const anna = await site.member('Anna', { sub: 'anna' })
    const busy = await site.idea(anna, { title: 'A lamp for the rear' })
    const calm = await site.idea(anna, { title: 'A bell that rings in rain' })
    const old = await site.reply(lea, busy, 'Yes, please.')
    stage.clock.move(60)
    const [{ id }] = (await site.get('me/notifications', anna)).body.items
    await site.put('me/notifications/read', { only: id }, anna)
    const replies: string[] = []
    for (const [who, number] of [
      [lea, busy],
      [carl, busy],
      [lea, calm],
      [lea, calm],
      [lea, busy],
      [ben, busy],
    ] as const) {
      stage.clock.move(60)
      replies.push(await site.reply(who, number, 'Me too.'))
    }
    const unread = async () => (await site.get('me/notifications', anna)).body.unread
    await eventually(unread).toBe(6)
    const { page } = await stage.widget(
      site,
      { as: { sub: 'anna', name: 'Anna' }, path: '/me', lang },
      { viewport: { width: 320, height: 800 } },
    )
    const told = page.locator('.told > li')
    const { me: words } = await widgetWords(lang)
    const said = async () =>
      (await told.getByRole('link').allInnerTexts()).map((one) => one.replace(/\s+/g, ' '))
    await eventually(said).toEqual([
      several.replace('§', 'A lamp for the rear'),
      again.replace('§', 'A bell that rings in rain'),
      expect.stringContaining('A lamp for the rear'),
    ])
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320)
    expect(await told.getByText(words.unread).count()).toBe(2)
    const shots = process.env.PARVIS_SHOTS
    if (shots) await page.screenshot({ path: `${shots}/together-${lang}.png`, fullPage: true })
    await told.first().getByRole('link').click()
    await eventually(() => new URL(page.url()).searchParams.get('parvis')).toContain(replies[0]!)
    await page.locator(`[id="post-${replies[0]}"].here, .here [id="post-${replies[0]}"]`).first().waitFor()
    expect(replies[0]).not.toBe(old)
    // All of it is read by that, and the other thread's waits on.
    await eventually(unread).toBe(2)
    await page.goBack()
    await eventually(() => told.getByText(words.unread).count()).toBe(1)
  },
)

test('the language that one chooses is spoken at once, the next time, and in mail', async () => {
  const site = await stage.site()
  const email = `anna-${process.pid}@reader.example`
  const anna = await site.member('Anna', { sub: 'anna', email })
  const as = { sub: 'anna', name: 'Anna', email }
  const { page } = await stage.widget(site, { as, path: '/me/settings' })
  const choice = page.getByRole('combobox', { name: me.language })
  await choice.focus()
  await choice.selectOption('fr')
  await page.getByRole('heading', { name: french.me.language, level: 3 }).waitFor()
  expect(await page.getByRole('combobox', { name: french.me.language }).inputValue()).toBe('fr')
  await eventually(async () => (await site.get('me', anna)).body.locale).toBe('fr')
  await page.reload()
  await page.getByRole('heading', { name: french.me.language, level: 3 }).waitFor()
  await site.reply(await site.member('Lea'), await site.idea(anna, { title: 'Une lampe' }), 'Oui !')
  stage.clock.move(200)
  await sendDue(stage.world)
  expect((await stage.mails.to(email)).text).toContain(letterWords.fr.reply('Lea', 'Une lampe'))
})

test('where the tag says the language, one chooses that of mails, and sees which it is', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const as = { sub: 'anna', name: 'Anna' }
  const { page } = await stage.widget(site, { as, path: '/me/settings', tag: { locale: 'en' } })
  const choice = page.getByRole('combobox', { name: me.language, description: me.languageGiven })
  await choice.selectOption('de')
  await eventually(async () => (await site.get('me', anna)).body.locale).toBe('de')
  expect(await choice.inputValue()).toBe('de')
  await page.reload()
  await eventually(() => choice.inputValue()).toBe('de')
})

test('who signed in by e-mail has a name and a picture of their own, and finds what they wrote and voted for', async () => {
  const site = await stage.site()
  const lea = await site.member('Lea')
  const title = 'A lamp for the rear'
  const number = await site.idea(lea, { title })
  const screen = await stage.widget(site, { path: '/me/settings' })
  const { page } = screen
  const email = `mia-${site.slug}@mail.example`
  await page.getByRole('button', { name: core.signIn }).last().click()
  await new Customer(screen, page.url().split('?')[0]!).signInByCode(email, () => stage.mails.code(email))
  const name = page.getByRole('textbox', { name: me.name })
  await name.fill(' ')
  await page.getByRole('button', { name: me.save }).click()
  await page.getByRole('alert').filter({ hasText: me.nameEmpty }).waitFor()
  await name.fill('Mia Gray')
  await page.getByRole('button', { name: me.save }).click()
  await page.getByRole('heading', { name: 'Mia Gray', level: 2 }).waitFor()

  screen.expect(/415/)
  const green = sharp({ create: { width: 60, height: 40, channels: 3, background: '#2f6f5e' } })
  const files = page.locator('input[type=file]')
  await files.setInputFiles({ name: 'a.txt', mimeType: 'image/png', buffer: Buffer.from('no image') })
  await page.getByRole('alert').filter({ hasText: me.pictureWrong }).waitFor()
  await files.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: await green.png().toBuffer() })
  await page.getByRole('button', { name: me.drop }).click()
  await page.getByRole('button', { name: me.drop }).waitFor({ state: 'hidden' })

  const part = (one: string) => page.getByRole('link', { name: one }).first()
  await part(me.parts.votes!).click()
  await page.getByRole('heading', { name: me.none.votes![0] }).waitFor()
  await page.getByRole('link', { name: me.toIdeas }).click()
  await page.getByRole('button', { name: `Vote for “${title}”` }).click()
  // Lea's own was there before.
  await eventually(async () => (await site.get(`threads/${number}`)).body.votes).toBe(2)
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Mine broke too.')
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await page.getByText('Mine broke too.').first().waitFor()
  await page.goto(`${page.url().split('?')[0]}?parvis=/me/votes`)
  await page.getByRole('link', { name: title, exact: true }).waitFor()
  await part(me.parts.posts!).click()
  await page.getByText('Mine broke too.').waitFor()
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('listitem').filter({ hasText: 'Mine broke too.' }).first().waitFor()
})

test('a member who came by a code signs out by the button, here and on the server', async () => {
  const site = await stage.site()
  const lea = await site.member('Lea')
  await site.idea(lea, { title: 'A rack for the lift' })
  const screen = await stage.widget(site)
  const { page } = screen
  const customer = new Customer(screen, page.url())
  const email = `out-${process.pid}@mail.example`
  await page.getByRole('button', { name: core.signIn, exact: true }).click()
  await customer.signInByCode(email, () => stage.mails.code(email))
  const token = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => localStorage.getItem(one)?.includes('pvs_'))!
    return /pvs_[\w-]+/.exec(localStorage.getItem(key)!)![0]
  })
  const status = async () =>
    (await site.request('GET', 'me', { headers: { authorization: `Bearer ${token}` } })).status
  expect(await status()).toBe(200)
  await page.getByRole('link', { name: /^My account/ }).click()
  await page.getByRole('button', { name: me.signOut }).click()
  await page.getByRole('button', { name: core.signIn, exact: true }).waitFor()
  await eventually(status).toBe(401)
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(token)
})
