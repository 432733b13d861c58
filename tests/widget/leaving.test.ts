import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { overflow, violations } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import { unzip } from '../support/unzip.ts'
import { widgetWords } from '../support/widget_views.ts'

// A member is known by a page, takes along what is theirs, and leaves.

const stage: Stage = await openStage()
const words = await widgetWords('en')
const { data, erase } = words.me

test('a name leads to its page; from the settings one takes one’s data, and is erased after being asked twice', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const ben = await site.member('Ben', { sub: 'ben' })
  const number = await site.idea(anna, { title: 'Rounds that end at the depot', body: 'Every Friday.' })
  await site.reply(ben, number, 'So do we.')
  const screen = await stage.widget(site, { as: { sub: 'anna', name: 'Anna' }, path: `/t/${number}` })
  const { page } = screen
  await page.getByRole('link', { name: 'Ben', exact: true }).click()
  await page.getByRole('heading', { name: 'Ben', level: 2 }).waitFor()
  await page.getByText('So do we.').waitFor()
  expect(new URL(page.url()).searchParams.get('parvis')).toBe(`/m/${ben.id}`)
  await page.goBack()
  await page.getByRole('link', { name: 'Anna', exact: true }).first().click()
  await page.getByText(words.member.own).waitFor()
  await page.getByRole('link', { name: words.member.toSettings }).click()

  await page.getByLabel(data.votesShown).check()
  await eventually(async () => (await site.get(`profiles/${anna.id}`)).body.votesShown).toBe(true)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: data.download }).click(),
  ])
  const archive = unzip(await readFile(await download.path()))
  const file = JSON.parse(String(archive.get('data.json')))
  expect([download.suggestedFilename(), file.profile.id, file.posts.length]).toEqual([
    `${site.slug}.zip`,
    anna.id,
    1,
  ])

  await page.evaluate((slug) => {
    const key = Object.keys(localStorage).find((one) => one.includes(`:${slug}`))!
    localStorage.setItem(`${key}:draft:new:body`, JSON.stringify({ text: 'A draft', at: Date.now() }))
  }, site.slug)
  await page.getByRole('button', { name: data.erase }).click()
  await page.getByRole('radio', { name: erase.remove }).check()
  await page.getByRole('button', { name: erase.next }).click()
  await page.getByRole('button', { name: erase.verb, exact: true }).click()
  await page.getByRole('alert').filter({ hasText: erase.notUnderstood }).waitFor()
  expect((await site.get('me', anna)).status).toBe(200)
  await page.getByLabel(erase.understood).check()
  await page.getByRole('button', { name: erase.verb, exact: true }).click()
  const done = page.getByRole('alertdialog', { name: erase.done })
  await done.waitFor()
  await done.getByRole('button', { name: erase.close }).last().click()
  await done.waitFor({ state: 'detached' })
  expect((await site.get('me', anna)).status).toBe(401)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')))).toEqual(
    [],
  )
  await page.getByRole('link', { name: 'Removed by its author' }).click()
  await page.getByText(words.thread.takenAway).waitFor()
  await page.getByText('So do we.').waitFor()
  expect(await page.getByRole('link', { name: 'Anna', exact: true }).count()).toBe(0)
})

test('wid-A05: the questions before one is erased are an alert dialog, described, that begins on a button which changes nothing', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const { page } = await stage.widget(
    site,
    { as: { sub: 'anna', name: 'Anna' }, path: '/me/settings' },
    { viewport: { width: 320, height: 640 } },
  )
  const opener = page.getByRole('button', { name: data.erase })
  await opener.click()
  const asked = page.getByRole('alertdialog', {
    name: erase.title,
    description: new RegExp([erase.goes, erase.stays, erase.again].flat().map(RegExp.escape).join('.*')),
  })
  await asked.waitFor()
  await eventually(async () => (await focused(page)).name).toBe(erase.close)
  // A small window begins with the text, and not at the buttons below it.
  expect(await page.locator('parvis-erase dialog').evaluate((one) => one.scrollTop)).toBe(0)
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'detached' })
  await eventually(async () => (await focused(page)).name).toBe(data.erase)

  await opener.click()
  await page.getByRole('button', { name: erase.next }).click()
  const described = `${erase.sure} ${erase.posts} ${erase.keep}.`
  const sure = page.getByRole('alertdialog', {
    name: erase.sure,
    description: `${erase.posts} ${erase.keep}.`,
  })
  // The dialog stays open from one question to the next, and the box that gets the focus says what the next one is.
  const box = sure.getByRole('checkbox', { name: erase.understood, description: described })
  await box.waitFor()
  expect(await box.evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: erase.notUnderstood }).waitFor()
  expect((await site.get('me', anna)).status).toBe(200)
  await page.keyboard.press('Escape')
  await sure.waitFor({ state: 'detached' })
  expect((await site.get('me', anna)).status).toBe(200)
})

const digits = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

test.each([
  ['en', 'light', 1280],
  ['fr', 'dark', 360],
  ['de', 'dark', 360],
] as const)(
  'a visitor who came by e-mail is erased by the newest code sent there, and by no other (%s, %s, %i px)',
  async (lang, theme, width) => {
    const { core, signIn, me } = await widgetWords(lang)
    const { erase, data } = me
    const site = await stage.site()
    const ground = theme === 'dark' ? '#16181c' : '#ffffff'
    const email = `lea-${lang}-${site.slug}@kurier.example`
    const screen = await stage.widget(
      site,
      {
        lang,
        css: `:root { color-scheme: ${theme}; background: ${ground} }`,
        body: (tag) => `<main><h1>A</h1>${tag}</main>`,
      },
      { viewport: { width, height: 780 } },
    )
    const { page } = screen
    screen.expect(/401/)
    const look = async (name: string) => {
      expect(await violations(page, true), name).toEqual([])
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
    }
    await page.getByRole('button', { name: core.signIn, exact: true }).click()
    await page.getByLabel(signIn.email).fill(email)
    await page.getByRole('dialog').getByRole('button', { name: signIn.send }).click()
    await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email))
    await page.getByRole('dialog').getByRole('button', { name: signIn.confirm, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const address = new URL(page.url())
    await page.goto(`${address.origin}${address.pathname}?parvis=/me/settings`)
    const { id, token } = await page.evaluate(() => {
      const kept = Object.values(localStorage).find((one) => one.includes('"token"'))!
      const { member, token } = JSON.parse(kept)
      return { id: member.id as string, token: token as string }
    })
    const lea = { id, name: '', headers: { authorization: `Bearer ${token}` } }
    expect((await site.get('me', lea)).status).toBe(200)

    await page.getByRole('button', { name: data.erase }).click()
    await look('what goes and what stays')
    await page.getByRole('button', { name: erase.next }).click()
    const sure = page.getByRole('alertdialog', { name: erase.sure })
    const field = sure.getByLabel(erase.code, { exact: true })
    await sure.getByText(erase.codeSent(email)).waitFor()
    expect(await field.evaluate((one) => one.matches(':focus'))).toBe(true)
    const verb = sure.getByRole('button', { name: erase.verb, exact: true })
    await field.fill('12')
    await verb.click()
    await sure.getByRole('alert').filter({ hasText: erase.badCode }).waitFor()
    const first = await stage.mails.code(email, 2)
    await field.fill(digits(first, 1))
    await verb.click()
    await sure.getByRole('alert').filter({ hasText: erase.refused }).waitFor()
    await eventually(() => field.evaluate((one) => one.matches(':focus'))).toBe(true)
    await look('a code that is wrong')
    await sure.getByRole('button', { name: erase.resend }).click()
    const second = await stage.mails.code(email, 3)
    await field.fill(first === second ? digits(first, 1) : first)
    await verb.click()
    await sure.getByRole('alert').filter({ hasText: erase.refused }).waitFor()
    expect((await site.get('me', lea)).status).toBe(200)
    await field.fill(`${second.slice(0, 3)} ${second.slice(3)}`)
    await verb.click()

    const done = page.getByRole('alertdialog', { name: erase.done })
    await done.waitFor()
    await look('that it is done')
    await done.getByRole('button', { name: erase.close }).last().click()
    await done.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: core.signIn, exact: true }).waitFor()
    expect((await site.get('me', lea)).status).toBe(401)
    expect((await site.get(`profiles/${id}`)).status).toBe(404)
    expect(await page.evaluate(() => JSON.stringify(localStorage).includes('token'))).toBe(false)
  },
)
