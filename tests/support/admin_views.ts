import type { Page } from 'playwright-core'
import { de } from '../../admin/translations/de/index.ts'
import { type Catalog, en } from '../../admin/translations/en/index.ts'
import { fr } from '../../admin/translations/fr/index.ts'
import type { Locale } from '../../server/words.ts'
import type { Community } from './community.ts'
import { giveImages } from './give_images.ts'
import { signJwt } from './world.ts'

/** What the team reads, by language. */
export const adminWords: Record<Locale, Catalog> = { en, fr, de }

/** A screen of the admin: where it is, and what was done there until it looked so. */
export interface AdminView {
  name: string
  path: (community: Community) => string
  act?: (page: Page, words: Catalog) => Promise<void>
  /** Whether one must have signed in just before. */
  fresh?: true
}

const at = (path: string) => () => path
const thread = ({ idea }: Community) => `feedback/${idea}`

/** A dialog; one that asks before something public or lasting is an alert. */
export const dialog = (page: Page) =>
  page.getByRole('dialog').or(page.getByRole('alertdialog')).filter({ visible: true })

const tickTwo = async (page: Page) => {
  for (const title of ['Warn before a battery', 'Show the range that is left'])
    await page.getByRole('checkbox', { name: new RegExp(title) }).check()
}

/** Ticks two ideas and begins an act of the bulk bar. */
const bulk = (act: (words: Catalog) => string | RegExp) => async (page: Page, words: Catalog) => {
  await tickTwo(page)
  await page
    .getByRole('toolbar', { name: words.feedback.bulk })
    .getByRole('button', { name: act(words) })
    .click()
  await dialog(page).waitFor()
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()

const cardMenu = (item: (words: Catalog) => string) => async (page: Page, words: Catalog) => {
  await button(page, words.roadmap.itemMenu('Something nobody may know of yet')).click()
  await page.getByText(item(words), { exact: true }).filter({ visible: true }).click()
  await dialog(page).waitFor()
}

const suspending = async (page: Page, { members }: Catalog) => {
  await button(page, members.suspend).click()
  await dialog(page).waitFor()
}

/** Every screen of the admin, as a furnished community shows it to its owner. */
export const adminViews: AdminView[] = [
  { name: 'the list', path: at('feedback') },
  {
    name: 'an announcement being written',
    path: at('feedback'),
    async act(page, { feedback }) {
      await button(page, feedback.announce.open).click()
      await dialog(page).waitFor()
    },
  },
  { name: 'mail that waits', path: at('settings/mail') },
  { name: 'the list with two ticked', path: at('feedback'), act: tickTwo },
  { name: 'a search that finds nothing', path: at('feedback?q=zzzz') },
  { name: 'a thread', path: thread },
  {
    name: 'people to mention in a reply',
    path: thread,
    async act(page) {
      await page.locator('thread-composer textarea').pressSequentially('@a')
      await page.locator('#mention-0').waitFor()
    },
  },
  { name: 'a thread in which a reply was deleted', path: ({ question }) => `feedback/${question}` },
  {
    name: 'what can be done with a post',
    path: thread,
    act: (page, { thread }) => button(page, thread.postMenu('Ben Okafor')).click(),
  },
  {
    name: 'an answer with an image, and one that cannot be taken',
    path: thread,
    async act(page, { images }) {
      await giveImages(page)
      await page.getByRole('textbox', { name: images.describe }).waitFor()
      await page.getByText(images.wrongType('plan.svg')).waitFor()
    },
  },
  {
    name: 'a note being written',
    path: thread,
    async act(page, { thread }) {
      await page
        .getByRole('group', { name: thread.mode })
        .getByRole('button', { name: thread.modes.note })
        .click()
      await page.getByRole('textbox', { name: thread.modes.note }).fill('Ask sales.')
    },
  },
  { name: 'the status dialog', path: at('feedback'), act: bulk(({ acts }) => acts.status) },
  { name: 'the tags dialog', path: at('feedback'), act: bulk(({ acts }) => acts.tag) },
  { name: 'the merge dialog', path: at('feedback'), act: bulk(({ acts }) => acts.merge) },
  {
    name: 'the promotion',
    path: at('feedback'),
    act: bulk(({ acts }) => new RegExp(`${acts.promote}|${acts.promoteShort}`)),
  },
  { name: 'the assignment', path: at('feedback'), act: bulk(({ acts }) => acts.assign) },
  { name: 'the notifications', path: at('notifications') },
  { name: 'the reports', path: at('reports') },
  {
    name: 'the ruling',
    path: at('reports'),
    async act(page, { reports, ruling }) {
      await button(page, reports.hide).click()
      await button(page, ruling.act).click()
    },
  },
  { name: 'the roadmap', path: at('roadmap') },
  { name: 'a roadmap item', path: ({ item }) => `roadmap/${item}` },
  {
    name: 'where a roadmap item may move',
    path: at('roadmap'),
    act: cardMenu(({ roadmap }) => roadmap.moveTo),
  },
  { name: 'the publication', path: at('roadmap'), act: cardMenu(({ roadmap }) => roadmap.publish) },
  { name: 'the general settings', path: at('settings') },
  { name: 'how to embed', path: at('settings/embed') },
  { name: 'single sign-on', path: at('settings/sso') },
  {
    name: 'a sign-on connection being made',
    path: at('settings/sso'),
    async act(page, { signOn }) {
      await button(page, signOn.add).click()
      await page.getByRole('radio', { name: 'RS256' }).check()
    },
  },
  { name: 'the API keys, of which there is none', path: at('settings/keys') },
  {
    name: 'an API key being made',
    path: at('settings/keys'),
    act: (page, { keys }) => button(page, keys.add).click(),
  },
  {
    name: 'a token being tested',
    path: at('settings/sso'),
    async act(page, { signOn }) {
      const token = signJwt({ sub: 'lea', aud: 'elsewhere', iat: 1, exp: 2, role: 'owner' }, 'wrong')
      await page.getByRole('textbox', { name: signOn.test.label }).fill(token)
      await page.getByText(signOn.test.findings.claims_ignored({ claims: 'role' })).waitFor()
    },
  },
  { name: 'how the team signs in', path: at('settings/team-sign-in') },
  {
    name: 'a provider being added',
    path: at('settings/team-sign-in'),
    async act(page, { openId }) {
      await button(page, openId.add).click()
      await dialog(page).waitFor()
    },
  },
  {
    name: 'the client of a provider being changed',
    path: at('settings/team-sign-in'),
    async act(page, { openId }) {
      await button(page, openId.editOne('Kurier ID')).click()
      await dialog(page).waitFor()
    },
  },
  {
    name: 'a provider that cannot be read',
    path: at('settings/team-sign-in'),
    async act(page, { openId }) {
      await button(page, openId.checkOne('Kurier ID')).click()
      await page.getByText(openId.bad(1)).waitFor()
    },
  },
  {
    name: 'the question before a board is restored',
    path: at('settings/boards'),
    async act(page, { settings }) {
      await button(page, settings.archive.restoreOne('Pilot riders')).click()
      await dialog(page).waitFor()
    },
  },
  { name: 'the boards', path: at('settings/boards') },
  {
    name: 'a board being made',
    path: at('settings/boards'),
    act: (page, { settings }) => button(page, settings.lists.boards.add).click(),
  },
  { name: 'the tags', path: at('settings/tags') },
  { name: 'the statuses', path: at('settings/statuses') },
  { name: 'the stages', path: at('settings/stages') },
  { name: 'the rules', path: at('settings/rules') },
  { name: 'the team', path: at('settings/team') },
  {
    name: 'somebody being added to the team',
    path: at('settings/team'),
    act: (page, { settings }) => button(page, settings.team.add).click(),
  },
  { name: 'the segments', path: at('settings/segments') },
  {
    name: 'a segment being made',
    path: at('settings/segments'),
    async act(page, { segments }) {
      await button(page, segments.list.add).click()
      await page.getByRole('combobox', { name: segments.values, exact: true }).fill('Fleet')
      await page.keyboard.press('Enter')
      await page.getByText(segments.nobody).waitFor()
    },
  },
  {
    name: 'a board being kept for a segment',
    path: at('settings/boards'),
    async act(page, { segments, settings }) {
      await button(page, settings.lists.boards.add).click()
      await page.getByRole('combobox', { name: settings.visibility }).selectOption('segment')
      await page.getByText(segments.none).waitFor()
    },
  },
  { name: 'the limits', path: at('settings/limits') },
  { name: 'my account', path: at('account') },
  {
    name: 'a password being set',
    path: at('account'),
    act: (page, { account }) => button(page, account.password.set).click(),
  },
  {
    name: 'an authenticator being set up',
    path: at('account'),
    fresh: true,
    async act(page, { account }) {
      await button(page, account.authenticator.set).click()
      await page.getByRole('img', { name: account.authenticator.qr }).waitFor()
    },
  },
  {
    name: 'a passkey being added',
    path: at('account'),
    act: (page, { account }) => button(page, account.passkeys.add).click(),
  },
  { name: 'the members', path: at('members') },
  { name: 'the members who are suspended, of whom there is none', path: at('members?filter=suspended') },
  { name: 'the sheet of a member', path: ({ ben }) => `members/${ben.id}` },
  {
    name: 'the erasure of a member, of which the reason is missing',
    path: ({ ben }) => `members/${ben.id}`,
    async act(page, { members }) {
      await button(page, members.erase).click()
      await button(page, members.eraseVerb).click()
      await page.getByText(members.eraseWhyMissing).waitFor()
    },
  },
  { name: 'a suspension', path: ({ ben }) => `members/${ben.id}`, act: suspending },
  {
    name: 'a suspension until a date, of which all is missing',
    path: ({ ben }) => `members/${ben.id}`,
    async act(page, words) {
      await suspending(page, words)
      await page.getByLabel(words.members.howLong).selectOption('date')
      await button(page, words.members.act).click()
    },
  },
  { name: 'the audit log', path: at('audit') },
  { name: 'the mailbox', path: at('mailbox') },
  {
    name: 'the palette',
    path: at('feedback'),
    async act(page, { palette }) {
      await page.keyboard.press('ControlOrMeta+k')
      await page.getByRole('dialog', { name: palette.title }).waitFor()
    },
  },
  {
    name: 'the shortcuts',
    path: at('feedback'),
    async act(page, { shortcuts }) {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: shortcuts.title }).waitFor()
    },
  },
  { name: 'a page that there is not', path: at('nowhere') },
]
