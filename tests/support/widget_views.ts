import type { Page } from 'playwright-core'
import type { Locale } from '../../server/words.ts'
import type { Acts } from '../../widget/translations/en/acts.ts'
import type { Core } from '../../widget/translations/en/core.ts'
import type { Images } from '../../widget/translations/en/images.ts'
import type { MeWords } from '../../widget/translations/en/me.ts'
import type { MemberWords } from '../../widget/translations/en/member.ts'
import type { NewWords } from '../../widget/translations/en/new.ts'
import type { RoadmapWords } from '../../widget/translations/en/roadmap.ts'
import type { SignInWords } from '../../widget/translations/en/sign_in.ts'
import type { ThreadWords } from '../../widget/translations/en/thread.ts'
import type { Community } from './community.ts'
import { giveImages } from './give_images.ts'

/** What a reader of one language reads. */
export interface WidgetWords {
  core: Core
  acts: Acts
  thread: ThreadWords
  fresh: NewWords
  roadmap: RoadmapWords
  signIn: SignInWords
  me: MeWords
  images: Images
  member: MemberWords
}

export async function widgetWords(locale: Locale): Promise<WidgetWords> {
  const load = async (file: string) =>
    (await import(`../../widget/translations/${locale}/${file}.ts`)).default
  const files = ['core', 'acts', 'thread', 'new', 'roadmap', 'sign_in', 'me', 'images', 'member']
  const [core, acts, thread, fresh, roadmap, signIn, me, images, member] = await Promise.all(files.map(load))
  return { core, acts, thread, fresh, roadmap, signIn, me, images, member }
}

/** A screen of the widget: where it is, who looks at it, and what they did there until it looked so. */
export interface View {
  name: string
  path: (community: Community) => string
  as?: 'anna' | 'ben'
  /** Whether it has colours that no other screen has, and is looked at in light and in dark each time. */
  bothThemes?: boolean
  act?: (page: Page, words: WidgetWords) => Promise<void>
}

const at = (path: string) => () => path
const thread = (community: Community) => `/t/${community.idea}`

/** Codes are sent to one address a few times an hour only. */
let codes = 0

/** Every screen of the widget, as a furnished community shows it. */
export const views: View[] = [
  { name: 'the board', path: at('/') },
  { name: 'the board of a member', path: at('/'), as: 'anna' },
  { name: 'a board without votes', path: at('/b/help') },
  { name: 'a board of two kinds, of which one is chosen', path: at('/b/help?kind=question') },
  { name: 'a list in which nothing fits', path: at('/?status=shipped') },
  { name: 'a thread', path: thread },
  {
    name: 'a thread of one’s own, being edited',
    path: thread,
    as: 'anna',
    act: (page, { thread }) => page.getByRole('button', { name: thread.edit, exact: true }).first().click(),
  },
  {
    name: 'people to mention in a reply',
    path: thread,
    as: 'anna',
    async act(page) {
      await page.locator('textarea').last().pressSequentially('@b')
      await page.locator('#mention-0').waitFor()
    },
  },
  {
    name: 'a reply with an image, and one that cannot be taken',
    path: thread,
    as: 'ben',
    async act(page, { images }) {
      await giveImages(page)
      await page.getByRole('textbox', { name: images.describe }).waitFor()
      await page.getByText(images.wrongType('plan.svg')).waitFor()
    },
  },
  {
    name: 'what can be done with a reply',
    path: thread,
    as: 'anna',
    act: (page, { thread }) =>
      page
        .getByRole('button', { name: thread.more('Ben Okafor') })
        .first()
        .click(),
  },
  {
    name: 'the choice of a reaction',
    path: thread,
    as: 'anna',
    act: (page, { thread }) =>
      page
        .getByRole('button', { name: thread.reactions.add('Ben Okafor') })
        .first()
        .click(),
  },
  {
    name: 'the question before a reply is deleted',
    path: thread,
    as: 'ben',
    async act(page, { thread }) {
      await page
        .getByRole('button', { name: thread.more('Ben Okafor') })
        .first()
        .click()
      await page.getByRole('button', { name: thread.remove, exact: true }).filter({ visible: true }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'the report of a post',
    path: thread,
    as: 'ben',
    async act(page, { thread }) {
      await page.getByRole('button', { name: thread.reportIt, exact: true }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: thread.report.send }).click()
    },
  },
  { name: 'a question', path: ({ question }) => `/t/${question}`, as: 'ben' },
  {
    name: 'a new idea, with what is alike, and what is missing',
    path: at('/new?board=ideas'),
    as: 'ben',
    async act(page, { fresh }) {
      await page.getByLabel(fresh.kinds.idea.title).fill('A round that ends at another depot')
      await page.getByText(fresh.similarIdeas).waitFor()
      await page.getByRole('button', { name: fresh.kinds.idea.send }).click()
      await page.getByRole('alert').filter({ hasText: fresh.bodyEmpty }).first().waitFor()
    },
  },
  {
    name: 'the roadmap',
    path: at('/roadmap'),
    act: (page, { roadmap }) => page.getByText(roadmap.ideas(2)).click(),
  },
  { name: 'one’s notifications', path: at('/me'), as: 'anna' },
  { name: 'one’s posts', path: at('/me/posts'), as: 'anna' },
  { name: 'one’s votes', path: at('/me/votes'), as: 'anna' },
  { name: 'what one follows', path: at('/me/follows'), as: 'anna' },
  { name: 'a decision about one’s post', path: at('/me/decisions'), as: 'ben' },
  { name: 'one’s settings', path: at('/me/settings'), as: 'ben' },
  { name: 'a member’s page', path: ({ anna }) => `/m/${anna.id}` },
  { name: 'one’s own page', path: ({ ben }) => `/m/${ben.id}`, as: 'ben' },
  {
    name: 'what goes and what stays when one is erased',
    path: at('/me/settings'),
    as: 'ben',
    async act(page, { me }) {
      await page.getByRole('button', { name: me.data.erase }).click()
      await page.getByRole('alertdialog', { name: me.erase.title }).waitFor()
    },
  },
  {
    name: 'the question before one is erased',
    path: at('/me/settings'),
    as: 'ben',
    async act(page, { me }) {
      await page.getByRole('button', { name: me.data.erase }).click()
      await page.getByRole('button', { name: me.erase.next }).click()
      await page.getByRole('alertdialog', { name: me.erase.sure }).waitFor()
    },
  },
  {
    name: 'the sign-in',
    path: at('/'),
    async act(page, { core, signIn }) {
      await page.getByRole('button', { name: core.signIn, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: signIn.send }).click()
      await page.getByRole('alert').filter({ hasText: signIn.badEmail }).waitFor()
    },
  },
  {
    name: 'the code of the sign-in',
    path: at('/'),
    async act(page, { core, signIn }) {
      await page.getByRole('button', { name: core.signIn, exact: true }).click()
      await page.getByLabel(signIn.email).fill(`carla-${++codes}@kurier.example`)
      await page.getByRole('dialog').getByRole('button', { name: signIn.send }).click()
      await page.getByRole('textbox', { name: signIn.code }).waitFor()
    },
  },
  {
    name: 'the way in of a guest',
    path: at('/'),
    async act(page, { core, signIn }) {
      await page.getByRole('button', { name: core.signIn, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: signIn.guest.offer }).click()
      await page.getByRole('dialog').locator('#work', { hasText: signIn.guest.ready }).waitFor()
    },
  },
  {
    name: 'a guest’s own page',
    path: at('/'),
    async act(page, { core, acts, signIn, me }) {
      await page.getByRole('button', { name: core.signIn, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: signIn.guest.offer }).click()
      await page.getByRole('dialog').getByRole('button', { name: signIn.guest.enter }).click()
      await page.getByRole('link', { name: acts.account }).click()
      await page.getByText(me.guest.here).waitFor()
    },
  },
  {
    name: 'what a search finds',
    bothThemes: true,
    path: at('/?q=rounds'),
    async act(page, { acts }) {
      await page.locator('parvis-threads mark').first().waitFor()
      await page.getByRole('link', { name: acts.inReply('Ben Okafor') }).waitFor()
      await page.locator('.near', { hasText: acts.elsewhere }).waitFor()
    },
  },
  {
    name: 'what is near to a search',
    path: at('/?q=baterry'),
    act: (page, { acts }) => page.getByText(acts.near('baterry')).waitFor(),
  },
  {
    name: 'a search that finds nothing',
    path: at('/?status=planned&q=xylophone'),
    as: 'anna',
    act: (page, { acts }) => page.getByRole('heading', { name: acts.nothingFor('xylophone') }).waitFor(),
  },
  {
    name: 'how a post was edited',
    bothThemes: true,
    path: thread,
    as: 'ben',
    async act(page, { thread }) {
      await page.getByRole('button', { name: thread.edited }).first().click()
      await page.getByRole('dialog', { name: thread.history.title }).locator('del').first().waitFor()
    },
  },
]
