import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { Person, TestSite } from '../support/world.ts'

// Following: a thread by the button below it, boards and one's own threads in the account.

const { acts, thread, me } = await widgetWords('en')
const title = 'A lamp that stays on at the lights'

let stage: Stage
let site: TestSite
let lea: Person
let number: number

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  lea = await site.member('Lea')
  number = await site.idea(lea, { title })
  stage.clock.move(60)
})

const mine = async (as: Person) => (await site.get('me/subscriptions', as)).body

test('one follows a thread, hears of a reply, and lets it go again', async () => {
  const mia = await site.member('Mia', { sub: 'mia' })
  const screen = await stage.widget(site, { as: { sub: 'mia', name: 'Mia' }, path: `/t/${number}` })
  const customer = new Customer(screen, screen.page.url().split('?')[0]!)
  const { page } = screen
  await page.getByRole('button', { name: thread.follow, exact: true }).click()
  await page.getByRole('button', { name: thread.unfollow, exact: true }).waitFor()
  expect((await mine(mia)).items).toMatchObject([{ number }])
  await site.reply(lea, number, 'The maker says that it will come.')
  await eventually(async () => (await site.get('me/notifications', mia)).body.unread).toBe(1)
  expect(await customer.notifications()).toEqual([expect.stringContaining(`Lea replied in ${title}`)])

  await page.getByRole('link', { name: me.parts.follows!, exact: true }).click()
  const stop = me.follows.of(me.follows.stop, title)
  await page.getByRole('button', { name: stop, exact: true }).click()
  // It keeps its place, so that a slip is put right where it was made.
  await page.getByRole('button', { name: me.follows.of(me.follows.start, title), exact: true }).waitFor()
  expect((await mine(mia)).items).toEqual([])
  await page.getByRole('button', { name: me.follows.of(me.follows.start, 'News'), exact: true }).click()
  await page.getByRole('button', { name: me.follows.of(me.follows.stop, 'News'), exact: true }).waitFor()
  await page.getByRole('checkbox', { name: me.follows.own }).uncheck()
  await eventually(() => mine(mia)).toMatchObject({ own: false, boards: ['news'] })
})

test('a board is followed where it is read, by who signs in for it, and let go there', async () => {
  const as = { sub: 'ida', name: 'Ida' }
  const ida = await site.member('Ida', as)
  const { page } = await stage.widget(site)
  await page.evaluate((token) => {
    document.addEventListener('parvis-sign-in', (event) => {
      event.preventDefault()
      document.querySelector('parvis-board')!.ssoToken = token
    })
  }, site.token(as))
  await page.getByRole('button', { name: acts.followBoard }).click()
  const leave = page.getByRole('button', { name: acts.leaveBoard })
  await leave.waitFor()
  expect((await mine(ida)).boards).toEqual(['ideas'])
  await page.reload()
  await leave.click()
  await page.getByRole('button', { name: acts.followBoard }).waitFor()
  await eventually(async () => (await mine(ida)).boards).toEqual([])

  // One that holds nothing yet can be waited for.
  await page.getByRole('link', { name: /^News/ }).click()
  await page.getByText(acts.empty.announcement[0]).waitFor()
  await page.getByRole('button', { name: acts.followBoard }).click()
  await leave.waitFor()
  expect((await mine(ida)).boards).toEqual(['news'])
  // It is drawn as a button, and not as a row that is still to come.
  expect((await leave.boundingBox())!.height).toBe(36)
})

test('a board that is followed while what is personal is still on its way stays followed', async () => {
  const as = { sub: 'uma', name: 'Uma' }
  await site.member('Uma', as)
  const screen = await stage.screen()
  const { page } = screen
  const held: (() => Promise<void>)[] = []
  await page.route(/me\/overlay/, async (route) => {
    const response = await route.fetch()
    held.push(() => route.fulfill({ response }))
  })
  await page.goto(stage.embed(site, { as }))
  await eventually(() => held.length).toBe(1)
  await page.getByRole('button', { name: acts.followBoard }).click()
  const leave = page.getByRole('button', { name: acts.leaveBoard })
  await leave.waitFor()
  const read = page.waitForResponse(/me\/overlay/)
  await held[0]!()
  await (await read).finished()
  await screen.settled()
  expect(await leave.count()).toBe(1)
})

test('what stands at the foot of a list stands beside each other in every language, however narrow it is', async () => {
  const full = await stage.site()
  const ann = await full.member('Ann')
  for (let made = 0; made < 40; made++) {
    await full.idea(ann)
    stage.clock.move(60)
  }
  for (const locale of ['en', 'fr', 'de']) {
    const { page } = await stage.widget(full, { tag: { locale } }, { viewport: { width: 320, height: 800 } })
    const foot = page.locator('parvis-threads .more')
    await foot.locator('.switches button').nth(1).waitFor()
    // The host's own font may be a wide one.
    await page.locator('parvis-board').evaluate((board) => (board.style.fontFamily = 'monospace'))
    const boxes = await foot.locator('button, span.sm').evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect()
        return { left: left - 1, right: right + 1, top: top - 1, bottom: bottom + 1 }
      }),
    )
    expect(boxes).toHaveLength(4)
    const near = boxes.flatMap((a, place) =>
      boxes
        .slice(place + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => [a, b]),
    )
    expect(near, locale).toEqual([])
  }
})

test('one chooses how often mails come, where one has an address', async () => {
  const email = `noa-${process.pid}@mail.example`
  const as = { sub: 'noa', name: 'Noa', email }
  const noa = await site.member('Noa', as)
  const { page } = await stage.widget(site, { as, path: '/me/settings' })
  await page.getByRole('combobox', { name: me.mail.kinds.follows }).selectOption('week')
  await eventually(async () => (await site.get('me/mail', noa)).body).toEqual({
    email,
    follows: 'week',
    statuses: 'soon',
    mentions: 'soon',
    officials: 'soon',
    assignments: null,
  })
  // What only the team is told is offered to nobody else.
  expect(await page.getByRole('combobox', { name: me.mail.kinds.assignments }).count()).toBe(0)
})

test('the title of the page says how much waits only where the host asks for it', async () => {
  const as = { sub: 'lea-of-titles', name: 'Lea' }
  const reader = await site.member('Lea', as)
  await site.put(`threads/${number}/subscription`, undefined, reader)
  await site.reply(lea, number, 'And in the rain.')
  await eventually(async () => (await site.get('me/notifications', reader)).body.unread).toBe(1)
  const { page: plain } = await stage.widget(site, { as })
  const { page } = await stage.widget(site, { as, tag: { 'count-in-title': '' } })
  await eventually(() => page.title()).toMatch(/^\(1\) /)
  expect(await plain.title()).not.toContain('(1)')
  await page.getByRole('link', { name: /^Notifications/ }).click()
  await page.getByRole('button', { name: me.markAll }).click()
  await eventually(() => page.title()).not.toContain('(1)')
})

test('a thread that one read is marked where others replied since, in the list and at each reply', async () => {
  const as = { sub: 'kim', name: 'Kim' }
  const topic = 'Gloves that one can type in'
  const fresh = await site.idea(lea, { title: topic })
  const screen = await stage.widget(site, { as, path: `/t/${fresh}` })
  const { page } = screen
  const kim = await site.member('Kim', as)
  const visits = async () => (await site.get(`me/overlay?threads=${fresh}`, kim)).body.visits
  await eventually(visits).toMatchObject([{ thread: fresh, fresh: false }])
  await site.reply(lea, fresh, 'They are here.')
  const home = page.url().split('?')[0]!
  await page.goto(home)
  const row = page.getByRole('listitem').filter({ hasText: topic })
  await row.getByText(acts.newSince).waitFor()
  await page.getByRole('link', { name: topic, exact: true }).click()
  await page.getByRole('button', { name: thread.toFresh(1) }).click()
  const reply = page.getByRole('listitem').filter({ hasText: 'They are here.' }).first()
  await reply.getByText(thread.fresh, { exact: true }).waitFor()
  expect(await reply.evaluate((one) => one.matches(':focus'))).toBe(true)
  await eventually(visits).toMatchObject([{ fresh: false }])
  await page.goBack()
  await row.waitFor()
  await eventually(() => row.getByText(acts.newSince).count()).toBe(0)
})

test('what is new far down in a long thread is led to, though it was not loaded', async () => {
  const as = { sub: 'noa', name: 'Noa' }
  const noa = await site.member('Noa', as)
  const long = await site.idea(lea, { title: 'Everything about tyres' })
  const posts: string[] = []
  for (let turn = 1; turn <= 44; turn++) posts.push(await site.reply(lea, long, `Tyre ${turn}.`))
  expect((await site.put(`threads/${long}/visit`, { post: posts[41] }, noa)).status).toBe(204)
  const { page } = await stage.widget(site, { as, path: `/t/${long}` })
  await page.getByText('Tyre 20.').waitFor()
  expect(await page.getByText('Tyre 21.').count()).toBe(0)
  const button = page.getByRole('button', { name: thread.toFreshOnes, exact: true })
  await button.press('Enter')
  const reply = page.getByRole('listitem').filter({ hasText: 'Tyre 43.' }).first()
  await eventually(() => reply.evaluate((one) => one.matches(':focus'))).toBe(true)
  await page.getByRole('button', { name: thread.toFresh(2) }).waitFor()
  const visits = async () => (await site.get(`me/overlay?threads=${long}`, noa)).body.visits
  await eventually(visits).toMatchObject([{ fresh: false }])
})

test('what became of a thread waits at the bell no more once one opens it, or comes back to it', async () => {
  const as = { sub: 'pat', name: 'Pat' }
  const pat = await site.member('Pat', as)
  const cm = await site.staff('moderator')
  const decided = await site.idea(pat, { title: 'A stand that folds' })
  const unread = async () => (await site.get('me/notifications', pat)).body.unread
  const decide = async (status: string) => {
    expect((await site.put(`threads/${decided}/status`, { status }, cm)).status).toBe(200)
    stage.clock.move(13)
    await eventually(unread).toBe(1)
  }
  await decide('planned')
  const { page } = await stage.widget(site, { as, path: `/t/${decided}` })
  await eventually(unread).toBe(0)
  await page.locator('parvis-thread .crumb').click()
  await page.getByRole('link', { name: title, exact: true }).click()
  await page.locator('parvis-thread').getByRole('heading', { name: title }).waitFor()
  await decide('building')
  // From the one to the other, without the list between them.
  await page.evaluate(() => history.go(-2))
  await page.locator('parvis-thread').getByRole('heading', { name: 'A stand that folds' }).waitFor()
  await eventually(unread).toBe(0)
})

test('what one reads in its thread waits at the bell no more; a reply that still waits there does', async () => {
  const as = { sub: 'ida', name: 'Ida' }
  const ida = await site.member('Ida', as)
  const unread = async () => (await site.get('me/notifications', ida)).body.unread
  const topic = await site.idea(ida, { title: 'A basket that holds a crate' })
  await site.reply(lea, topic, 'Which crate?')
  await eventually(unread).toBe(1)
  const { page } = await stage.widget(site, { as, path: `/t/${topic}` })
  await eventually(unread).toBe(0)

  await site.reply(lea, topic, 'A third of a metre?')
  const pill = page.getByRole('button', { name: acts.newReplies(1) })
  await pill.waitFor()
  await page.getByRole('textbox', { name: thread.yourReply }).fill('The usual one.')
  await page.getByRole('button', { name: thread.reply, exact: true }).last().click()
  await eventually(async () => (await site.get(`threads/${topic}`, ida)).body.replies).toBe(3)
  await pill.waitFor()
  expect(await unread()).toBe(1)
  await pill.click()
  await eventually(unread).toBe(0)
  await page.getByRole('link', { name: 'Ideas', exact: true }).first().click()
  await page.getByRole('link', { name: acts.notifications(0), exact: true }).waitFor()
})
