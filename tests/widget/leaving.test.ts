import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
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
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect([download.suggestedFilename(), file.profile.id, file.posts.length]).toEqual([
    `${site.slug}.json`,
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
  const done = page.getByRole('dialog', { name: erase.done })
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
