import { beforeAll, expect, test } from 'vitest'
import { mentionWords } from '../../widget/mentions/mention_words.ts'
import composeWords from '../../widget/translations/en/compose.ts'
import newWords from '../../widget/translations/en/new.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whom one means is found while one types, by keyboard and by touch, and stands in the field as a name.

let stage: Stage
let site: TestSite
let anna: Person
let hostile: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna Berg', { sub: 'anna' })
  hostile = await site.member('Anatol <img src=x onerror=alert(1)>](javascript:alert(1))')
  await site.member('Anneke אבג')
})

const kinds = async (person: Person) =>
  (await site.get('me/notifications', person)).body.items.map((one: { kind: string }) => one.kind)

test('a name that is typed is offered, picked by keyboard, sent as a mention, kept by an edit, and told', async () => {
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const field = page.locator('textarea').last()
  const list = page.getByRole('listbox', { name: mentionWords.en.label })
  const names = () => list.locator('.name').allInnerTexts()
  await field.click()
  await page.keyboard.type('Mail an@an and @')
  expect(await list.count()).toBe(0)
  await page.keyboard.type('an')
  await eventually(names).toEqual(['Anna Berg', hostile.name, 'Anneke אבג'])
  await eventually(() => page.locator('[role=status].said').innerText()).toBe(mentionWords.en.found(3))
  expect(await field.getAttribute('aria-controls')).toBe('mentions')
  const active = () => field.getAttribute('aria-activedescendant')
  expect(await active()).toBe('mention-0')
  await page.keyboard.press('ArrowUp')
  await eventually(active).toBe('mention-2')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  expect(await active()).toBe(null)
  await page.keyboard.type('n')
  await eventually(names).toEqual(['Anna Berg', 'Anneke אבג'])
  await page.keyboard.press('Enter')
  await eventually(() => field.inputValue()).toBe('Mail an@an and @Anna Berg ')
  await page.keyboard.type('or @anat')
  await list.getByRole('option').click()
  expect(await field.inputValue()).toMatch(/^Mail an@an and @Anna Berg or @Anatol <img src=x/)
  expect(await field.evaluate((node) => node.matches(':focus'))).toBe(true)
  await page.getByRole('button', { name: composeWords.preview }).filter({ visible: true }).click()
  const shown = page.locator('.shown bdi')
  await eventually(() => shown.allInnerTexts()).toEqual(['@Anna Berg', `@${hostile.name}`])
  await page.getByRole('button', { name: composeWords.preview }).filter({ visible: true }).click()
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  const posted = page.locator('.prose bdi[data-member]')
  await eventually(() => posted.allInnerTexts()).toEqual(['@Anna Berg', `@${hostile.name}`])
  expect(await posted.first().getAttribute('data-member')).toBe(anna.id)
  expect(await page.locator('.prose img').count()).toBe(0)
  expect(await kinds(anna)).toEqual(['mention'])
  expect(await kinds(hostile)).toEqual(['mention'])
})

test('a new thread mentions by its board, an edit shows names, and what an input method composes asks for nobody', async () => {
  const { page, requests } = await stage.widget(site, { path: '/new', as: { sub: 'ben', name: 'Ben' } })
  const field = page.locator('#text')
  await field.click()
  const asked = () => requests.filter((one) => one.url().includes('mentionable')).length
  await field.evaluate((area: HTMLTextAreaElement) => {
    area.value = '@an'
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }))
  })
  await field.fill('')
  await page.keyboard.type('@anna')
  await page.getByRole('option', { name: 'Anna Berg' }).waitFor()
  expect(asked()).toBe(1)
  await page.keyboard.press('Tab')
  await eventually(() => field.inputValue()).toBe('@Anna Berg ')
  await page.locator('#titled').fill('Lights that stay on')
  await page.getByRole('button', { name: newWords.kinds.idea.send }).click()
  const mention = page.locator('.prose bdi[data-member]')
  await eventually(() => mention.allInnerTexts()).toEqual(['@Anna Berg'])
  await page.getByRole('button', { name: words.edit, exact: true }).first().click()
  const editor = page.locator('.edit textarea')
  await eventually(() => editor.inputValue()).toBe('@Anna Berg')
  await editor.fill('@Anna Berg, and @Annabel.')
  await page.getByRole('button', { name: words.save, exact: true }).click()
  await eventually(() => page.locator('.prose p').first().innerText()).toBe('@Anna Berg, and @Annabel.')
  expect(await mention.count()).toBe(1)
})
