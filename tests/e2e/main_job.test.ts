import { expect, test } from 'vitest'
import { carryOut } from '../../server/cli/commands.ts'
import me from '../../widget/translations/en/me.ts'
import report from '../../widget/translations/en/report.ts'
import thread from '../../widget/translations/en/thread.ts'
import { openStage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { strictPolicy } from '../support/host_pages.ts'
import { TeamMember } from '../support/team_member.ts'
import { signJwt } from '../support/world.ts'

// What Parvis is for, from the first command to the roadmap, in real browsers of two origins: a company embeds the
// board, its customers ask and vote, the community manager listens and moderates, the product team decides.

const idea = 'Let a round end at another depot'
const duplicate = 'End a round at a different depot'
const second = 'Show the empty kilometres of a round'
const item = 'Rounds between depots'
const rude = 'Whoever planned this has never seen a bike.'
const why = 'It speaks about a person. Say what does not work for you instead.'
const secretNote = 'Sales says that two large customers wait for this.'

/** How a notification says that something of its reader's came to a status or stage. */
function step(kind: string, to: string): string {
  const [, between, after] = me.told[kind]!
  return `${between}${to}${after}`.trim()
}

test('from an idea to the roadmap, through the hands of customers, moderator and product team', async () => {
  const stage = await openStage()
  const { world, host, mails, clock } = stage

  // The operator makes the site; its owner follows the link, and finds out what to paste.
  const slug = `main-${process.pid}`
  const made = await carryOut(world, {
    command: 'site.create',
    slug,
    name: 'Kurier',
    locale: 'en',
    origins: [host.origin],
  })
  if (!('ownerLink' in made) || !('ssoSecret' in made)) throw new Error('No site was made.')
  const admin = `${stage.url}admin/${slug}/`
  const team = async () => new TeamMember(await stage.screen(), admin)
  const code = (email: string, count = 1) => mails.code(email, count)
  const owner = await team()
  owner.screen.expect(/staff-sessions\/current/)
  await owner.followLink(made.ownerLink)
  await owner.addToTeam('Mira Castellanos', `mira@${slug}.example`, 'moderator')
  await owner.addToTeam('Paul Reinholt', `paul@${slug}.example`, 'product')
  await owner.makeTag('Rounds')
  const pasted = await owner.tagToPaste()
  expect(pasted).toContain(`<parvis-board site="${slug}">`)

  // The company's page: its policy allows nothing inline, and its server signs who is there.
  const customer = async (sub: string, name?: string) => {
    const token = () => {
      const now = Math.floor(clock.now().getTime() / 1000)
      return name
        ? signJwt({ sub, name, aud: slug, iat: now, exp: now + 60, jti: crypto.randomUUID() }, made.ssoSecret)
        : ''
    }
    host.file(`/token-of-${sub}`, 'text/plain', token)
    const script = `addEventListener('DOMContentLoaded', () => {
      document.querySelector('parvis-board').tokenProvider = async () => (await fetch('/token-of-${sub}')).text()
    })`
    const home = host.page({ csp: strictPolicy(stage.url), script, body: `<h1>Kurier</h1>${pasted}` })
    const person = new Customer(await stage.screen(), home)
    await person.goTo('/')
    return person
  }
  const anna = await customer('anna', 'Anna Lindqvist')
  const ben = await customer('ben', 'Ben Okafor')
  const carla = await customer('carla', 'Carla Ruiz')
  const visitor = await customer('visitor')

  // Anna asks for something; Ben finds it, votes and replies.
  await anna.beginIdea(idea)
  await anna.finishIdea(idea, 'On Fridays the bikes stay at the **second** depot.')
  await anna.counts(idea, 1, true)
  await anna.beginIdea(second)
  await anna.finishIdea(second, 'Nobody believes how many there are.')
  const path = await ben.find('depot', idea)
  await ben.vote(idea).click()
  await ben.counts(idea, 2, true)
  await ben.reply('We have the same with three depots.')

  // A visitor votes, signs in by a code on the way, and the vote goes through by itself.
  await visitor.goTo(path)
  await visitor.counts(idea, 2, false)
  await visitor.vote(idea).click()
  const email = `dana@${slug}.example`
  await visitor.signInByCode(email, () => code(email))
  await visitor.counts(idea, 3, true)

  // Carla is shown what is alike while she types, posts hers all the same, and says something rude.
  await carla.beginIdea(duplicate)
  await eventually(() => carla.similar.allInnerTexts()).toContain(idea)
  await carla.finishIdea(duplicate, 'We ride back empty.')
  const oldPath = carla.path
  await ben.goTo(oldPath)
  await ben.vote(duplicate).click()
  await ben.counts(duplicate, 2, true)
  await carla.goTo(path)
  await carla.reply(rude)
  await ben.goTo(path)
  await ben.report('Carla Ruiz', rude, report.reasons.rude)

  // Mira merges the two: each person counts once, and the old address leads to the idea that stays.
  const mira = await team()
  mira.screen.expect(/staff-sessions\/current/)
  await mira.signInByCode(`mira@${slug}.example`, () => code(`mira@${slug}.example`))
  await mira.merge(duplicate, idea)
  await ben.goTo(oldPath)
  await ben.heading(idea).waitFor()
  await ben.page.getByRole('alert').filter({ hasText: thread.movedHere }).waitFor()
  expect(ben.path).toMatch(new RegExp(`^/t/${path.match(/\d+/)![0]}-`))
  await ben.counts(idea, 4, true)

  // She hides the rude reply under a rule. Others see that it was; its author alone reads why, once the twelve
  // seconds of undo are over.
  await mira.hide(rude, 'Carla Ruiz', /about the work and not the person/, why)
  await ben.goTo(path)
  await ben.page.getByText(/^Removed under rule 3/).waitFor()
  await ben.seesNothingOf(rude)
  await ben.seesNothingOf(why)
  await carla.goTo('/me/decisions')
  expect(await carla.notifications()).toEqual([])
  clock.move(13)
  expect(
    (await carla.notifications()).filter((line) => line.includes(me.told.ruling![1].trim())),
  ).toHaveLength(1)
  await carla.goTo('/me/decisions')
  await carla.page.getByText(why).waitFor()
  await carla.page.getByText(rude).waitFor()
  await carla.page.getByText(me.by('Mira Castellanos')).waitFor()

  // She answers officially, tags, takes the thread on, and keeps a note that no customer can read.
  await mira.openThread(idea)
  await mira.write('official', 'We will let a round end at any depot.')
  await mira.write('note', secretNote)
  await mira.tagOpenThread('Rounds')
  await mira.assignToMe('Mira Castellanos')
  await anna.goTo(path)
  await anna.page
    .getByRole('region', { name: 'Official answer' })
    .getByText('We will let a round end')
    .waitFor()
  await anna.page.getByRole('link', { name: /^#?\s?Rounds$/ }).waitFor()
  await anna.seesNothingOf(secretNote)
  const number = Number(path.match(/\d+/)![0])
  const open = await Promise.all(
    ['', '/story', '/replies'].map((rest) =>
      fetch(`${stage.url}api/v1/sites/${slug}/threads/${number}${rest}`).then((answer) => answer.text()),
    ),
  )
  expect(open.join()).toContain('We will let a round end')
  expect(open.join()).not.toContain(secretNote)
  clock.move(13)

  // Paul decides: a status with the reason, then both ideas become one item of the roadmap.
  const paul = await team()
  paul.screen.expect(/staff-sessions\/current/)
  await paul.signInByCode(`paul@${slug}.example`, () => code(`paul@${slug}.example`))
  const about = async (person: Customer, words: string) =>
    (await person.notifications()).filter((line) => line.includes(words))
  await paul.setStatus(idea, 'In review', 'We compare your rounds of the last months.')
  const reviewed = step('status', 'In review')
  expect(await about(ben, reviewed)).toEqual([])
  clock.move(13)
  expect(await about(ben, reviewed)).toHaveLength(1)
  expect((await about(ben, reviewed))[0]).toContain('We compare your rounds of the last months.')

  await paul.promote([idea, second], item)
  await ben.goTo('/roadmap')
  await ben.seesNothingOf(item)
  await paul.publish(item)
  clock.move(13)
  const begun = step('roadmap', 'Under consideration')
  expect(await about(ben, begun)).toHaveLength(1)
  await paul.moveOnByKeyboard(item, 'Exploring')
  clock.move(13)
  for (const person of [anna, ben, visitor]) {
    await person.goTo('/roadmap')
    const lane = person.page
      .locator('section')
      .filter({ has: person.page.getByRole('heading', { name: /Exploring/ }) })
      .last()
    await lane.getByText(item).waitFor()
    expect(await about(person, begun)).toHaveLength(1)
    expect(await about(person, step('roadmap', 'Exploring'))).toHaveLength(1)
  }

  // What was done, by whom, is in the log, the latest first.
  expect(await owner.log()).toEqual([
    'Paul Reinholt moved roadmap item 1 from Under consideration to Exploring',
    `Paul Reinholt published roadmap item 1, “${item}”`,
    `Paul Reinholt made roadmap item 1, “${item}”`,
    'Paul Reinholt changed the status of #1 from Open to In review We compare your rounds of the last months.',
    'Mira Castellanos assigned #1 to Mira Castellanos',
    'Mira Castellanos added #Rounds to #1',
    'Mira Castellanos kept a note on #1',
    'Mira Castellanos marked the official answer of #1',
    `Mira Castellanos hid a post in #1 under rule 3 ${why}`,
    'Mira Castellanos merged #3 into #1',
    'Owner made the tag Rounds',
    'Owner added Paul Reinholt to the team as Product team',
    'Owner added Mira Castellanos to the team as Moderator',
    'Owner signed in by the owner account’s link',
  ])
})
