import { expect, test } from 'vitest'
import widgetThread from '../../widget/translations/en/thread.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'

// The team says something to everybody, and says whether it is answered.

test('an announcement is written by keyboard, kept until it is published, and takes no replies until it is opened', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  const anna = await site.member('Anna')
  const { feedback, thread, common, news } = adminWords.en
  const { announce } = feedback
  const screen = await stage.admin(site, mira)
  const { page } = screen
  const dialog = page.locator('announce-dialog')
  const open = async () => {
    await page.getByRole('button', { name: announce.open }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: announce.open }).waitFor()
  }
  await open()
  await dialog.getByLabel(announce.title).fill('New')
  await page.keyboard.press('Control+Enter')
  await dialog.getByText(announce.titleShort).waitFor()
  await page.keyboard.type('s from the depot')
  await page.keyboard.press('Control+Enter')
  await dialog.getByText(common.required).waitFor()
  await page.keyboard.type('We open **at six**.')
  expect((await site.get('threads')).body.items).toEqual([])

  // Nothing of it is lost by leaving.
  await page.keyboard.press('Escape')
  await page.reload()
  await open()
  expect(await dialog.getByLabel(announce.title).inputValue()).toBe('News from the depot')
  await dialog.getByRole('button', { name: thread.preview }).click()
  await dialog.locator('strong', { hasText: 'at six' }).waitFor()
  await dialog.getByLabel(announce.language).selectOption('fr')
  await dialog.getByRole('checkbox', { name: announce.comments }).uncheck()
  await dialog.getByRole('button', { name: announce.act }).click()
  await page.getByRole('heading', { name: 'News from the depot' }).waitFor()
  await page.getByText(thread.locked).waitFor()
  // The verb stands where it always stands, though the words before it take the whole line.
  const box = (await page.locator('thread-composer form').boundingBox())!
  const keep = (await page.getByRole('button', { name: thread.send.note }).boundingBox())!
  expect(box.x + box.width - keep.x - keep.width).toBeLessThan(12)
  // That it was written is nothing new to its author: a wish that comes after it is told of, and it is not.
  await site.idea(anna)
  await page.getByRole('button', { name: news.fresh(1) }).waitFor()
  expect(await page.getByRole('button', { name: news.changes(1) }).count()).toBe(0)

  const { items } = (await site.get('threads?kind=announcement', anna)).body
  expect(items).toMatchObject([{ title: 'News from the depot', kind: 'announcement', board: 'news' }])
  const { number } = items[0]
  const read = async () => (await site.get(`threads/${number}`, anna)).body
  expect(await read()).toMatchObject({ locked: true, language: 'fr', author: { name: 'Mira Castellanos' } })

  const choose = async (name: string) => {
    await page.getByRole('button', { name: common.moreActs, exact: true }).click()
    await page.getByRole('button', { name, exact: true }).click()
  }
  await choose(thread.unlock)
  await page.getByText(thread.unlockDone).first().waitFor()
  await eventually(() => page.getByText(thread.locked).count()).toBe(0)
  await site.reply(anna, number, 'At last.')
  await choose(thread.lock)
  await page.getByText(thread.locked).waitFor()
  expect((await read()).locked).toBe(true)

  await page.getByRole('button', { name: announce.open }).click()
  expect(await dialog.getByLabel(announce.title).inputValue()).toBe('')
})

test('who answers a thread that was closed meanwhile is told so and keeps what they wrote; read anew, it offers no reply', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator')
  const number = await site.idea(mira, { title: 'Rounds that end at the depot' })
  const screen = await stage.widget(site, {
    path: `/t/${number}`,
    as: { sub: 'anna', name: 'Anna', email: 'anna@customer.example' },
  })
  const { page } = screen
  const field = page.locator('parvis-composer textarea')
  const closed = page.getByRole('heading', { name: 'This thread takes no replies.' })
  await field.fill('It still does.')
  expect((await site.put(`threads/${number}/lock`, {}, mira)).status).toBe(200)
  screen.expect(/409/)
  await field.press('Control+Enter')
  const unsent = page.locator('parvis-unsent').filter({ hasText: widgetThread.unsent.locked })
  await unsent.waitFor()
  const kept = () => unsent.locator('textarea').inputValue()
  await eventually(kept).toBe('It still does.')
  expect((await site.get(`threads/${number}`)).body.replies).toBe(0)
  await page.reload()
  await eventually(kept).toBe('It still does.')
  await page.getByRole('button', { name: widgetThread.unsent.discard, exact: true }).click()
  await unsent.waitFor({ state: 'detached' })
  // Where nobody has replied, it does not say "yet", nor the same again below.
  await closed.waitFor()
  expect(await page.getByText(/No replies yet|no more replies/).count()).toBe(0)
  expect(await field.count()).toBe(0)
})

test('what is typed while an announcement is being published is there when the next is begun', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  const { announce } = adminWords.en.feedback
  const { page } = await stage.admin(site, mira)
  const dialog = page.locator('announce-dialog')
  const text = dialog.locator('textarea')
  await page.getByRole('button', { name: announce.open }).click()
  await dialog.getByLabel(announce.title).fill('News from the depot')
  await text.fill('We open at six.')
  const publishing = held(page, /\/threads$/)
  await text.press('Control+Enter')
  const route = await publishing
  await text.pressSequentially(' And close at ten.')
  await route.continue()
  await page.getByRole('heading', { name: 'News from the depot', level: 2 }).waitFor()
  await page.getByRole('button', { name: announce.open }).click()
  expect(await text.inputValue()).toBe('And close at ten.')
  expect(await dialog.getByLabel(announce.title).inputValue()).toBe('')
})
