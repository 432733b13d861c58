import { expect, test } from 'vitest'
import type { Locale } from '../../server/words.ts'
import { mentionWords } from '../../widget/mentions/mention_words.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { misfits } from '../support/fits.ts'
import { focused, Hands } from '../support/keyboard.ts'
import { widgetWords } from '../support/widget_views.ts'

// The conversation by keys alone, in each language, on a narrow screen and a wide one: ask, be answered while one
// reads, react, mention, quote, edit, accept, delete, follow, search, be told. Never is the focus lost or anything cut.

const stage: Stage = await openStage()
const full = process.env.PARVIS_FULL === '1'

/** What words say of something, whatever is told there: of an edit, of whatever day. */
const whatever = (words: (what: string) => string) =>
  new RegExp(
    words('§')
      .replace(/\s+/g, ' ')
      .split('§')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+'),
  )

const screens: [Locale, number][] = full
  ? [
      ['en', 320],
      ['en', 1280],
      ['fr', 320],
      ['fr', 1280],
      ['de', 320],
      ['de', 1280],
    ]
  : [['fr', 320]]

test.each(screens)('a customer talks with others by keyboard alone (%s, %i px)', async (lang, width) => {
  const words = await widgetWords(lang)
  const { core, acts, thread, fresh, me } = words
  const { compose, reactions } = thread
  const site = await stage.site()
  const anna = await site.member('Anna Lindqvist')
  const dora = await site.member('Dora Weber')
  await site.member('Carla Ruiz')
  const help = (await site.get('boards')).body.items.find((one: { slug: string }) => one.slug === 'help')
  const board = help.names[lang] ?? help.name
  const screen = await stage.widget(
    site,
    { as: { sub: 'ben', name: 'Ben Okafor' }, lang },
    { viewport: { width, height: 800 } },
  )
  const { page } = screen
  const hands = new Hands(page)
  const fits = async () => expect(await misfits(page)).toEqual([])
  const said = (text: string) =>
    page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' })
  const post = (id: string) => page.locator(`[id="post-${id}"]`)
  const story = async () => (await site.get('threads/1')).body.story.items

  // A question, with what the editor makes bold, read beforehand as others will read it.
  await hands.to(new RegExp(`^${board}`))
  await hands.press('Enter')
  await hands.use(core.create.question)
  await hands.landsOn(fresh.kinds.question.heading)
  await fits()
  await hands.fill(fresh.kinds.question.title, 'How do I split a round?')
  await hands.fill(fresh.kinds.question.body, 'It has *two* vans, and ')
  await hands.press('Control+b')
  await hands.type('one')
  await hands.press('End')
  await hands.type(' driver.')
  await hands.to(compose.preview, 'Shift+Tab')
  await hands.press('Enter')
  await page.locator('.shown strong').filter({ hasText: 'one' }).waitFor()
  await fits()
  await hands.press('Enter')
  await hands.use(fresh.kinds.question.send)
  await hands.landsOn('How do I split a round?')

  // Two answers come while it is read; they wait behind a button.
  const first = await site.reply(anna, 1, 'Ask the office.')
  const best = await site.reply(dora, 1, 'Hold the stop, then choose “Split here”.')
  await hands.use(acts.newReplies(2))
  await post(best).waitFor()
  await fits()

  await hands.to(reactions.add('Anna Lindqvist'), 'Shift+Tab')
  await hands.press('Enter')
  await hands.landsOn(reactions.names.like)
  await hands.press('ArrowRight', 'Enter')
  await said(reactions.gave(reactions.names.love))

  // An answer below the first, to somebody whom it also mentions.
  await hands.to(thread.replyTo('Anna Lindqvist'), 'Shift+Tab')
  await hands.press('Enter')
  await hands.landsOn(thread.replyingTo('Anna Lindqvist'))
  await hands.type('They say that @car')
  await page.getByRole('listbox', { name: mentionWords[lang].label }).getByRole('option').first().waitFor()
  await hands.press('Enter')
  await hands.type('knows.')
  await hands.use(thread.reply)
  await said(thread.posted)
  const mine = async () =>
    (await story()).flatMap((item: { replies: { id: string }[] }) => item.replies)[0] as {
      id: string
      body: string
    }
  await eventually(async () => (await mine())?.body).toContain('knows.')
  const { id } = await mine()
  await post(id).locator('bdi').filter({ hasText: 'Carla Ruiz' }).waitFor()
  await fits()

  // It is edited, and how is told.
  const menu = async (choice: string) => {
    await hands.to(thread.more('Ben Okafor', 2))
    await hands.press('Enter')
    await hands.to(choice)
    await hands.press('Enter')
  }
  await menu(thread.edit)
  await hands.landsOn(thread.editBody)
  await hands.press('Control+End')
  await hands.type(' I do not.')
  await hands.use(thread.save)
  await said(thread.saved)
  await hands.use(whatever(thread.history.show))
  await page.getByRole('dialog', { name: thread.history.title }).getByText('I do not.').waitFor()
  await fits()
  await hands.press('Escape')
  await hands.landsOn(whatever(thread.history.show))

  // What somebody wrote goes into one's own words, which are given up again.
  await hands.use(thread.quoteOf('Dora Weber'))
  await eventually(() => post(best).locator('textarea').inputValue()).toContain('> Hold the stop')
  await fits()
  await hands.use(compose.cancel)
  await hands.landsOn('Dora Weber')

  await hands.use(thread.acceptOf('Dora Weber'))
  await said(thread.acceptedNow)
  await page.getByRole('region', { name: thread.accepted }).getByText('Split here').waitFor()
  await fits()

  await menu(thread.remove)
  await page.getByRole('alertdialog', { name: thread.removal.title }).waitFor()
  await fits()
  await hands.use(thread.removal.verb)
  await said(thread.removed)
  await hands.press()

  // Whoever asked follows, until they do not.
  await hands.use(thread.unfollow)
  await said(acts.unfollowed.thread)
  await hands.to(thread.follow, 'Shift+Tab').catch(() => hands.to(thread.follow))
  await hands.press('Enter')
  await said(acts.followed.thread)

  // Found again by a misspelt word.
  await hands.to(board, 'Shift+Tab')
  await hands.press('Enter')
  await hands.to(core.search.question)
  await hands.type('splti')
  await page.getByText(acts.near('splti')).waitFor()
  await fits()
  await hands.use('How do I split a round?')
  await hands.landsOn('How do I split a round?')

  // One hears of what comes while one is elsewhere, and chooses by which way.
  await hands.to(board, 'Shift+Tab')
  await hands.press('Enter')
  await site.reply(anna, 1, 'Did it work?', { parent: first })
  await page.reload()
  await page.getByRole('link', { name: acts.notifications(1) }).waitFor()
  await hands.use(acts.notifications(1))
  await hands.landsOn('Ben Okafor')
  await fits()
  await hands.to(new RegExp(`^${me.told.reply![0]}Anna Lindqvist`))
  // The post that one is led to is marked as a whole, in place of a ring.
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toContain('Did it work?')
  await page.locator('.here').filter({ hasText: 'Did it work?' }).waitFor()

  // The page of somebody, and one's own settings.
  await hands.to('Anna Lindqvist')
  await hands.press('Enter')
  await hands.landsOn('Anna Lindqvist')
  await fits()
})
