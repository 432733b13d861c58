import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { mentionWords } from '../../widget/mentions/mention_words.ts'
import composeWords from '../../widget/translations/en/compose.ts'
import memberWords from '../../widget/translations/en/member.ts'
import newWords from '../../widget/translations/en/new.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
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

const at = ({ id, name }: Person) => `@[${name}](member:${id})`
const kinds = async (person: Person) =>
  (await site.get('me/notifications', person)).body.items.map((one: { kind: string }) => one.kind)

test('wid-A07, wid-A08: a name that is typed is offered, picked by keyboard, sent as a mention, kept by an edit, and told', async () => {
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  const told = { anna: await kinds(anna), hostile: await kinds(hostile) }
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const field = page.locator('textarea').last()
  const list = page.getByRole('listbox', { name: mentionWords.en.label })
  const names = () => list.locator('.name').allInnerTexts()
  await field.click()
  await page.keyboard.type('Mail an@an and @')
  expect(await list.count()).toBe(0)
  await page.keyboard.type('an')
  await eventually(names).toEqual(['Anna Berg', hostile.name, 'Anneke אבג'])
  await eventually(() => page.locator('parvis-board .root > [role=status]').innerText()).toBe(
    mentionWords.en.found(3),
  )
  expect(await field.getAttribute('aria-controls')).toBe('mentions')
  const active = () => field.getAttribute('aria-activedescendant')
  expect(await active()).toBe('mention-0')
  expect(await field.getAttribute('aria-autocomplete')).toBe('list')
  // In the same root as the field, or it points nowhere; and an option is all that it is.
  expect(
    await field.evaluate((node) => (node.getRootNode() as ShadowRoot).getElementById('mentions') !== null),
  ).toBe(true)
  expect(await list.locator('a, button').count()).toBe(0)
  const chosen = list.getByRole('option', { selected: true })
  expect(await chosen.getAttribute('id')).toBe('mention-0')
  await page.keyboard.press('ArrowUp')
  await eventually(active).toBe('mention-2')
  expect(await chosen.getAttribute('id')).toBe('mention-2')
  await page.keyboard.press('ArrowDown')
  await eventually(active).toBe('mention-0')
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  expect(await active()).toBe(null)
  await page.keyboard.type('n')
  await eventually(names).toEqual(['Anna Berg', 'Anneke אבג'])
  await page.keyboard.press('Enter')
  await eventually(() => field.inputValue()).toBe('Mail an@an and @Anna Berg ')
  // What closes a clause takes the place of the space that came with the name.
  await page.keyboard.type(',')
  await eventually(() => field.inputValue()).toBe('Mail an@an and @Anna Berg,')
  await page.keyboard.type(' or @anat')
  await list.getByRole('option').click()
  expect(await field.inputValue()).toMatch(/^Mail an@an and @Anna Berg, or @Anatol <img src=x/)
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
  expect(await kinds(anna)).toEqual(['mention', ...told.anna])
  expect(await kinds(hostile)).toEqual(['mention', ...told.hostile])
})

test('a new thread mentions by its board, an edit shows names, and what an input method composes asks for nobody', async () => {
  const { page, requests } = await stage.widget(site, { path: '/new', as: { sub: 'ben', name: 'Ben' } })
  const field = page.locator('#text')
  await field.click()
  const asked = () => requests.map((one) => one.url()).filter((url) => url.includes('mentionable'))
  await field.evaluate((area: HTMLTextAreaElement) => {
    area.value = '@be'
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, isComposing: true }))
  })
  await field.fill('')
  await page.keyboard.type('@anna')
  await page.getByRole('option', { name: 'Anna Berg' }).waitFor()
  expect(asked().filter((url) => !/boards\/ideas\/.*q=an?n?a?$/.test(url))).toEqual([])
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

  await page.getByRole('button', { name: words.quoteOf('Ben') }).click()
  const reply = page.getByRole('textbox', { name: words.yourReply })
  await eventually(() => reply.inputValue()).toContain('> @Anna Berg, and @Annabel.')
})

test('in code and in addresses a name that was picked stays as it is typed, when it is sent and when it is edited', async () => {
  const number = await site.idea(anna, { title: 'Marks on the map' })
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const field = page.locator('textarea').last()
  await field.click()
  await page.keyboard.type('@anna')
  await page.getByRole('option', { name: 'Anna Berg' }).waitFor()
  await page.keyboard.press('Enter')
  await eventually(() => field.inputValue()).toBe('@Anna Berg ')
  const text = [
    '(@Anna Berg) writes `@Anna Berg`, ``a ` @Anna Berg`` and \\`@Anna Berg\\`',
    'https://social.example/@Anna Berg or [there](https://social.example/@Anna_b "@Anna Berg")',
    '```\n@Anna Berg\n\n@Anna Berg\n```',
    '> - ~~~\n>   @Anna Berg\n>   ~~~\n>\n>   @Anna Berg',
    'As code:',
    '    @Anna Berg',
    '1. One\n\n    @Anna Berg',
    'Open ` @Anna Berg',
  ].join('\n\n')
  await field.fill(text)
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  const posted = page.locator('.story .prose')
  await eventually(() => posted.locator('code').allTextContents()).toEqual([
    '@Anna Berg',
    'a ` @Anna Berg',
    '@Anna Berg\n\n@Anna Berg\n',
    '@Anna Berg\n',
    '@Anna Berg\n',
  ])
  expect(await posted.locator('bdi[data-member]').allInnerTexts()).toEqual(Array(5).fill('@Anna Berg'))
  expect(await posted.innerText()).not.toContain('member:')
  const links = posted.locator('a[href*="social.example"]')
  expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
    'https://social.example/@Anna',
    'https://social.example/@Anna_b',
  ])
  const menu = page.locator('.story .item')
  await menu.getByRole('button', { name: words.more('Ben') }).click()
  await menu.getByRole('button', { name: words.edit, exact: true }).filter({ visible: true }).click()
  await eventually(() => page.locator('.edit textarea').inputValue()).toBe(text)
})

test('a mention leads to the member’s page, by keyboard and by an address of its own, one’s own name too; a guest’s leads nowhere', async () => {
  const guest = await site.guest('Gustav')
  const number = await site.idea(anna, { body: `${at(anna)} met ${at(guest)} here.` })
  const { page } = await stage.widget(site, {
    path: `/t/${number}`,
    as: { sub: 'anna', name: 'Anna Berg' },
  })
  const links = page.locator('.prose a')
  await eventually(() => page.locator('.prose bdi').allInnerTexts()).toEqual(['@Anna Berg', '@Gustav'])
  expect(await links.allInnerTexts()).toEqual(['@Anna Berg'])
  expect(await page.getByRole('link', { name: '@Anna Berg', exact: true }).count()).toBe(1)
  await tabTo(page, '@Anna Berg')
  const heading = page.getByRole('heading', { name: 'Anna Berg', exact: true })
  const address = page.url()
  await page.keyboard.press('Enter')
  await heading.waitFor()
  await page.getByText(memberWords.own).waitFor()
  await eventually(async () => (await focused(page)).name).toBe('Anna Berg')
  const deep = page.url()
  expect(new URL(deep).searchParams.get('parvis')).toBe(`/m/${anna.id}`)
  await page.goBack()
  await links.first().waitFor()
  expect(page.url()).toBe(address)
  expect(await links.first().evaluate((link: HTMLAnchorElement) => link.href)).toBe(deep)
  await page.goto(deep)
  await heading.waitFor()
})

test('what no server of ours writes is no link to a place in the widget, whichever sanitizer looks at it', async () => {
  const forged = [
    `<a href="https://a.example/" data-to="/me/settings" data-member="${anna.id}">one</a>`,
    '<bdi data-member="../me/settings">two</bdi>',
    '<bdi data-member="javascript:alert(1)">three</bdi>',
    `<bdi data-member="${anna.id}" data-to="/me" onclick="alert(1)">four</bdi>`,
    `<a href="https://b.example/"><bdi data-member="${anna.id}">five</bdi></a>`,
  ]
  const number = await site.idea(anna)
  await sql`update posts set html = ${`<p>${forged.join(' ')}</p>`} where id = (
    select opening_id from threads t join sites s on s.id = t.site_id
    where s.slug = ${site.slug} and t.number = ${number})`.execute(stage.world.db)
  for (const script of ['', 'delete Element.prototype.setHTML; delete window.Sanitizer']) {
    const { page } = await stage.widget(site, { path: `/t/${number}`, csp: '', script })
    await page.locator('.prose a').first().waitFor()
    const seen = await page
      .locator('.prose a')
      .evaluateAll((links) =>
        links.map((link) => [
          link.textContent,
          (link as HTMLElement).dataset.to,
          link.getAttribute('target'),
        ]),
      )
    expect(seen, script).toEqual([
      ['one', undefined, '_blank'],
      ['four', `/m/${anna.id}`, null],
      ['five', undefined, '_blank'],
    ])
    expect(await page.locator('.prose [onclick]').count()).toBe(0)
  }
})
