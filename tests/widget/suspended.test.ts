import { beforeEach, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import compose from '../../widget/translations/en/compose.ts'
import me from '../../widget/translations/en/me.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { suspension } from '../support/suspended.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whom a moderator has suspended reads on, is told calmly what they cannot do, and why.

let stage: Stage
let site: TestSite
let lea: Person
let number: number
const calm = acts.problems.suspended!

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  lea = await site.member('Lea', { sub: 'lea' })
  number = await site.idea(await site.member('Max'), { title: 'Rounds that end at the depot' })
  const moderator = await site.staff('moderator')
  const made = await site.put(`members/${lea.id}/suspension`, suspension, moderator)
  expect(made.status).toBe(201)
})

const open = async (path: string) => {
  const screen = await stage.widget(site, { as: { sub: 'lea', name: 'Lea' }, path })
  screen.expect(/403/)
  return screen.page
}

test('a suspended member who votes is told calmly that they cannot, and the vote is taken back', async () => {
  const page = await open(`/t/${number}`)
  const vote = page.getByRole('button', { name: /“Rounds that end/ })
  await vote.click()
  await page.getByText(calm).filter({ visible: true }).first().waitFor()
  expect(await vote.getAttribute('aria-pressed')).toBe('false')
  expect(await vote.getAttribute('aria-label')).toMatch(/, 1\s+vote$/)
})

test('wid-A16: what is said on a small screen stands whole in it, where what it is about goes on below', async () => {
  const page = await open('/')
  await page.setViewportSize({ width: 360, height: 420 })
  await page
    .getByRole('button', { name: /Rounds that end/ })
    .first()
    .click()
  const notice = page.getByRole('alert').filter({ hasText: calm })
  await notice.waitFor()
  const { y, height } = (await notice.boundingBox())!
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeGreaterThan(420)
  expect(y).toBeGreaterThan(0)
  expect(y + height).toBeLessThanOrEqual(420)
})

test('what a suspended member wrote is kept where it was refused, also after a reload', async () => {
  const page = await open(`/t/${number}`)
  const box = page.getByRole('textbox', { name: words.yourReply })
  await box.fill('And ours end there too.')
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await page.getByText(calm).filter({ visible: true }).first().waitFor()
  expect(await box.inputValue()).toBe('And ours end there too.')
  expect((await site.get(`threads/${number}/replies`)).body.items).toEqual([])
  await page.reload()
  await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
  await eventually(() => box.inputValue()).toBe('And ours end there too.')
})

test('a suspended member reads on their own page that they are, under which rule, and why', async () => {
  const page = await open('/me')
  await page.getByText(me.suspended(null)).waitFor()
  const [rule] = (await site.get('rules')).body.items
  await page.getByText(me.suspendedWhy(me.rule(rule.number, rule.name))).waitFor()
  await page.getByText(me.quote(suspension.reason)).waitFor()
})

test('what a suspended member was told is told as what happened, so that it is true when it is over', async () => {
  stage.clock.move(13)
  await site.delete(`members/${lea.id}/suspension`, await site.staff('moderator'))
  stage.clock.move(13)
  const page = await open('/me')
  const [lifted, told] = [page.getByRole('listitem').first(), page.getByRole('listitem').nth(1)]
  await lifted.getByText(me.suspensionLifted).waitFor()
  await told.getByText(me.toldSuspended(null)).waitFor()
  const [rule] = (await site.get('rules')).body.items
  expect(await told.innerText()).toContain(me.because(me.rule(rule.number, rule.name)))
  expect(await told.innerText()).toContain(me.quote(suspension.reason))
  expect(await page.getByText(me.suspended(null)).count()).toBe(0)
})

test.each(['a reply', 'a thread'])(
  'whoever is suspended reads so where they would write %s, before they write, and the way to the reason',
  async (what) => {
    const path = what === 'a reply' ? `/t/${number}` : '/new'
    const page = await open(path)
    await page.getByText(compose.suspended).waitFor()
    // Once, above the first field, which names it.
    expect(await page.getByText(compose.suspended).count()).toBe(1)
    const box = page.getByRole('textbox').first()
    expect(await box.getAttribute('aria-describedby')).toContain('barred')
    const told = (await page.getByText(compose.suspended).boundingBox())!
    expect(told.y + told.height).toBeLessThan((await box.boundingBox())!.y)
    await page.getByRole('link', { name: compose.suspendedWhy }).click()
    await page.getByText(me.suspended(null)).waitFor()

    // Who may write again is told nothing of the kind.
    await site.delete(`members/${lea.id}/suspension`, await site.staff('moderator'))
    await page.goBack()
    await box.waitFor()
    await page.reload()
    await box.waitFor()
    await eventually(() => page.getByText(compose.suspended).count()).toBe(0)
  },
)
