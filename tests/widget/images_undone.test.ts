import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import compose from '../../widget/translations/en/compose.ts'
import images from '../../widget/translations/en/images.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { giveImages } from '../support/give_images.ts'
import type { TestSite } from '../support/world.ts'

// Undo goes back beyond an image: what came, what was said of it, and what was typed before.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  await site.idea(await site.member('Anna', { sub: 'anna' }), { title: 'Lights that stay on' })
})

const text = (page: Page) => page.getByRole('textbox', { name: words.yourReply })
const alt = (page: Page) => page.getByRole('textbox', { name: images.describe })

async function withImage(): Promise<Page> {
  const { page } = await stage.widget(site, { path: '/t/1', as: { sub: 'anna', name: 'Anna' } })
  await text(page).pressSequentially('Before.')
  await giveImages(page)
  await eventually(() => text(page).inputValue()).toMatch(/^Before\.\n\n!\[\]\(image:[\w-]+\)\n\n$/)
  return page
}

/** Undoes step by step until the text is this, but for an empty line that the browser leaves; fails where the steps end before. */
async function undoneTo(page: Page, wanted: string): Promise<void> {
  await text(page).focus()
  const now = async () => (await text(page).inputValue()).trim()
  for (let step = 0; step < 12 && (await now()) !== wanted; step++)
    await page.keyboard.press('ControlOrMeta+z')
  expect(await now()).toBe(wanted)
}

test('what was typed before an image arrived is undone after it, and the image with it', async () => {
  const page = await withImage()
  await text(page).press('ControlOrMeta+End')
  await text(page).pressSequentially('After.')
  await undoneTo(page, 'Before.')
  await eventually(() => alt(page).count()).toBe(0)
  await undoneTo(page, '')
})

test('what an image shows is said with the focus going on to what is next, and is undone like the rest', async () => {
  const page = await withImage()
  await alt(page).fill('A lamp')
  await alt(page).press('Tab')
  await eventually(() => text(page).inputValue()).toContain('![A lamp](image:')
  const next = page.getByRole('button', { name: `${images.remove}: A lamp` })
  expect(await next.evaluate((one) => one.matches(':focus'))).toBe(true)
  await undoneTo(page, 'Before.')
})

test('an image that was taken out comes back by undo', async () => {
  const page = await withImage()
  await page.getByRole('button', { name: images.remove }).click()
  await eventually(() => text(page).inputValue()).toBe('Before.')
  await text(page).press('ControlOrMeta+z')
  await eventually(() => alt(page).count()).toBe(1)
  await undoneTo(page, '')
})

test('what is typed of an image stays as it is where another one arrives meanwhile', async () => {
  const page = await withImage()
  const held: (() => Promise<void>)[] = []
  await page.route(/\/images(\?|$)/, (route) => void held.push(() => route.continue()))
  await giveImages(page)
  await eventually(() => held.length).toBe(1)
  await alt(page).pressSequentially('A lamp ')
  await held[0]!()
  await eventually(() => alt(page).count()).toBe(2)
  expect(await alt(page).first().inputValue()).toBe('A lamp ')
  await page.keyboard.type('at night')
  expect(await alt(page).first().inputValue()).toBe('A lamp at night')
})

test('an image that arrives behind a preview is in the text all the same', async () => {
  const { page } = await stage.widget(site, { path: '/t/1', as: { sub: 'anna', name: 'Anna' } })
  await text(page).fill('Before.')
  await page.getByRole('button', { name: compose.preview }).filter({ visible: true }).click()
  await page.locator('parvis-composer .prose').getByText('Before.').waitFor()
  await giveImages(page)
  await alt(page).waitFor()
  expect(await page.locator('#text').inputValue()).toMatch(/^Before\.\n\n!\[\]\(image:[\w-]+\)\n\n$/)
})
