import { beforeEach, expect, test } from 'vitest'
import own from '../../widget/translations/en/acts.ts'
import core from '../../widget/translations/en/core.ts'
import me from '../../widget/translations/en/me.ts'
import fresh from '../../widget/translations/en/new.ts'
import report from '../../widget/translations/en/report.ts'
import thread from '../../widget/translations/en/thread.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Hands } from '../support/keyboard.ts'
import { item, orderIn, publish, storyOf } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

/** How a notification says where something of its reader's came to. */
const told = (kind: string, to: string) => `${me.told[kind]![1]}${to}${me.told[kind]![2]}`.trim()

// What Parvis is for, once more, by three people who have no pointer: keys alone, and never is the focus lost.

let stage: Stage
let site: TestSite
let anna: Person

const idea = 'Let a round end at another depot'
const second = 'Show the empty kilometres'
const duplicate = 'End a round at a different depot'
const planned = 'Rounds between depots'
const rude = 'Whoever planned this has never seen a bike.'

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna Lindqvist', { sub: 'anna' })
  await site.idea(anna, { title: idea })
})

test('a customer posts, votes, replies, reports and looks at the roadmap', async () => {
  const pia = await site.staff('product', 'Pia Kunz')
  await publish(site, pia, await item(site, pia, { title: planned }))
  await site.reply(await site.member('Carla Ruiz', { sub: 'carla' }), 1, rude)
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben Okafor' } })
  const hands = new Hands(page)

  await hands.use(core.create.idea)
  await hands.landsOn(fresh.kinds.idea.heading)
  await hands.fill(fresh.kinds.idea.title, 'Warn before the battery is cold')
  await hands.fill(fresh.kinds.idea.body, 'It stops on the last hill.')
  await hands.use(fresh.kinds.idea.send)
  await hands.landsOn('Warn before the battery is cold')

  await hands.to('Ideas', 'Shift+Tab')
  await hands.press('Enter')
  await page.getByRole('link', { name: idea, exact: true }).waitFor()
  await hands.use(new RegExp(`^Vote for “${idea}”, 1 vote`))
  await hands.landsOn(new RegExp(`^Vote for “${idea}”, 2 votes`))
  await hands.use(idea)
  await hands.landsOn(idea)

  await hands.fill(thread.yourReply, 'We have the same with three depots.')
  await hands.use(thread.reply)
  await page.getByRole('listitem').filter({ hasText: 'three depots' }).first().waitFor()

  await hands.to(thread.more('Carla Ruiz'), 'Shift+Tab')
  await hands.press('Enter')
  await hands.use(thread.reportIt)
  await page.getByRole('dialog', { name: report.title }).waitFor()
  await hands.to(report.reasons.spam)
  await hands.to(report.reasons.rude, 'ArrowDown')
  await hands.use(report.send)
  await page.getByText(report.sentHint).waitFor()
  await hands.use(report.close)
  await hands.landsOn(thread.more('Carla Ruiz'))

  await hands.to('Ideas', 'Shift+Tab')
  await hands.press('Enter')
  await hands.landsOn(idea)
  await hands.to(core.roadmap, 'Shift+Tab')
  await hands.press('Enter')
  await hands.landsOn(core.roadmap)
  await page.getByText(planned).waitFor()

  expect((await site.get('threads/1')).body).toMatchObject({ votes: 2, replies: 2 })
  expect((await site.get('threads?board=ideas')).body.items).toHaveLength(2)
  const mira = await site.staff('moderator')
  expect((await site.get('reports', mira)).body.items).toMatchObject([{ reports: [{ reason: 'rude' }] }])
})

const { acts, feedback, reports, roadmap, ruling, shell, signIn, thread: pane } = adminWords.en
const why = 'It speaks about a person. Say what does not work for you instead.'

test('a community manager signs in by a link, tags, merges, answers officially, hides and finds nothing wrong', async () => {
  const ben = await site.member('Ben Okafor')
  await site.idea(ben, { title: duplicate })
  await site.post('tags', { name: 'Rounds' }, await site.staff('admin'))
  const bad = await site.reply(ben, 1, rude)
  const fair = await site.reply(
    ben,
    await site.idea(anna, { title: second }),
    'We have the same with three depots.',
  )
  for (const [post, reason] of [
    [bad, 'rude'],
    [fair, 'off_topic'],
  ])
    expect((await site.post(`posts/${post}/reports`, { reason }, anna)).status).toBe(201)
  const screen = await stage.screen()
  screen.expect(/staff-sessions\/current/)
  const { page } = screen
  const hands = new Hands(page)
  // What is told goes again after some seconds, and an act on a busy machine takes as long.
  const saying = (words: string, act: Promise<unknown>) =>
    Promise.all([page.getByText(words).first().waitFor(), act])

  await page.goto(site.ownerLink)
  await page.getByRole('button', { name: signIn.button }).waitFor()
  await hands.use(signIn.button)
  await page.getByRole('heading', { name: feedback.title, level: 1 }).waitFor()

  // Tab comes to the list once, the arrows go through it; what is sought narrows it.
  await hands.to(feedback.search)
  await hands.type('another')
  await page.getByRole('row').filter({ hasText: duplicate }).waitFor({ state: 'detached' })
  await hands.to(idea)
  await hands.press('t')
  await hands.landsOn(acts.tagFind)
  await hands.type('rou')
  await page.getByText(acts.tagFirst('Rounds', 'none')).waitFor()
  await saying(acts.tagDone(1), hands.press('Enter', 'Control+Enter'))
  await hands.landsOn(idea)

  await hands.to(feedback.search, 'Shift+Tab')
  await hands.press('Control+a', 'Delete')
  await page.getByRole('row').filter({ hasText: duplicate }).waitFor()
  await hands.to(new RegExp(`^${idea}|^${duplicate}`))
  await hands.to(duplicate, 'ArrowDown')
  await hands.press('m')
  await hands.landsOn(acts.mergeFind)
  await hands.type('another')
  await hands.use(new RegExp(`#1 ?${idea}`))
  await hands.landsOn(idea)
  await saying(acts.mergeDone(1, idea), hands.use(acts.mergeAct))
  await hands.landsOn(idea)

  await hands.press('Enter')
  await page.getByRole('heading', { name: idea, level: 2 }).waitFor()
  await hands.use(pane.modes.official)
  await hands.fill(pane.modes.official, 'We will let a round end at any depot.')
  await saying(pane.sent.official, hands.use(pane.send.official))

  // The keys of the cases act on the one that has the focus.
  await hands.to(new RegExp(`^${shell.reports}`), 'Shift+Tab')
  await hands.press('Enter')
  await hands.to(`${reports.replyIn} ${idea}`)
  await hands.press('h')
  await hands.landsOn(/^1/)
  await hands.to(/^3.*the work and not the person/, 'ArrowDown')
  await hands.fill(ruling.why('Ben'), why)
  await saying(ruling.done('Ben Okafor'), hands.use(ruling.act))
  await hands.landsOn(`${reports.replyIn} ${second}`)
  await saying(reports.fineDone(1), hands.use(reports.fine))
  await page.getByText(reports.emptyHeading).waitFor()
  await hands.landsOn(reports.title)

  expect((await site.get('threads/1')).body).toMatchObject({ votes: 2, tags: ['rounds'] })
  expect(await storyOf(site, 1)).toContainEqual(expect.objectContaining({ kind: 'merged' }))
  const answers = (await site.get('threads/1/replies')).text
  expect(answers).toContain('We will let a round end at any depot.')
  expect(answers).not.toContain(rude)
  expect((await site.get('threads/3/replies')).text).toContain('We have the same with three depots.')
})

test('a product manager decides, promotes, moves and publishes, and a customer hears of it and finds it', async () => {
  const ben = await site.member('Ben Okafor', { sub: 'ben' })
  await site.idea(ben, { title: second })
  await site.put('threads/1/vote', undefined, ben)
  const { email } = await site.staffLink('product', 'Pia Kunz')
  const screen = await stage.screen()
  screen.expect(/staff-sessions\/current/)
  const { page } = screen
  const hands = new Hands(page)
  // What is told goes again after some seconds, and an act on a busy machine takes as long.
  const saying = (words: string | RegExp, act: Promise<unknown>) =>
    Promise.all([page.getByText(words).first().waitFor(), act])

  await page.goto(`${stage.url}admin/${site.slug}/`)
  await page.getByRole('textbox', { name: signIn.email }).waitFor()
  await hands.fill(signIn.email, email)
  await hands.press('Enter')
  await hands.landsOn(signIn.code)
  await hands.type(await stage.mails.code(email))
  await page.getByRole('heading', { name: feedback.title, level: 1 }).waitFor()
  await hands.press()

  await hands.to(new RegExp(`^(?:${idea}|${second})$`))
  await hands.to(idea, 'ArrowDown')
  await hands.press('s')
  await hands.landsOn('Open')
  await hands.to('In review', 'ArrowDown')
  await hands.fill(new RegExp(`^${acts.statusNote}`), 'We compare your rounds of the last months.')
  await saying('Status changed to In review', hands.use(acts.statusAct))
  await hands.landsOn(idea)

  for (const title of [idea, second]) {
    await hands.to(title, title === idea ? 'ArrowDown' : 'ArrowUp')
    await hands.press('x')
  }
  await hands.press('p')
  await hands.landsOn(acts.promoteName)
  await hands.press('Control+a')
  await hands.type(planned)
  await saying(acts.promoteDone(planned), hands.use(acts.promoteShort))
  await hands.landsOn(second)

  await hands.press('g', 'r')
  await page.getByRole('heading', { name: roadmap.title, level: 1 }).waitFor()
  await hands.to(planned)
  await saying(/picked up/, hands.press('Space'))
  await saying(/Exploring, place 1 of 1/, hands.press('ArrowRight'))
  await saying(/moved to Exploring/, hands.press('Space'))
  await hands.landsOn(planned)
  await hands.press('p')
  await page.getByText(roadmap.publishRead).waitFor()
  await saying(roadmap.publishedDone(planned), hands.use(roadmap.publishAct))
  await hands.landsOn(planned)

  expect(await orderIn(site, await site.staff('product'), 'exploring')).toEqual([1])
  stage.clock.move(13)
  const reader = await stage.widget(site, { as: { sub: 'ben', name: 'Ben Okafor' } })
  const bens = new Hands(reader.page)
  await bens.use(own.notifications(2))
  await reader.page.getByText('We compare your rounds of the last months.').waitFor()
  await reader.page.getByText(told('status', 'In review')).waitFor()
  await reader.page.getByText(told('roadmap', 'Exploring')).first().waitFor()
  await bens.use(new RegExp(`^${idea} is now`))
  await bens.landsOn(idea)
  await bens.use(planned)
  await bens.landsOn(core.roadmap)
  const lane = reader.page.locator('section.col').filter({ hasText: 'Exploring' })
  await lane.getByText(planned).waitFor()
  await bens.use(/^2 ideas, /)
  await bens.use(second)
  await bens.landsOn(second)
})
