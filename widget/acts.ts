import type { ReactiveControllerHost } from 'lit'
import type { Locale } from '../server/words.ts'
import { codeOf } from './api.ts'
import type { Host } from './context.ts'
import { BackOnline } from './controllers/back_online.ts'
import { readChoices } from './controllers/boards.ts'
import { vote } from './controllers/cast.ts'
import { DialogRegion } from './controllers/dialog_region.ts'
import { follow } from './controllers/follow.ts'
import { HostSteps } from './controllers/host_steps.ts'
import type { Journey } from './controllers/journey.ts'
import { KeptFocus } from './controllers/kept_focus.ts'
import { greet, overlay, speak } from './controllers/person.ts'
import { asMember, leave, lookAgain, signIn } from './controllers/sign_in.ts'
import { announce, announceToo, notify, refuse, renewList, show, tell, whyOf } from './controllers/speech.ts'
import { TagWatch } from './controllers/tag_watch.ts'
import { ThemeWatch } from './controllers/theme_watch.ts'
import { TitleCount } from './controllers/title.ts'
import { Travel } from './controllers/travel.ts'
import { Uncovered } from './controllers/uncovered.ts'
import { UnknownBoard } from './controllers/unknown_board.ts'
import { visit } from './controllers/visit.ts'
import { WalkedAway } from './controllers/walked_away.ts'
import { oneselfStyles } from './elements/parvis-board/oneself.ts'
import { seek } from './elements/parvis-threads/seek.ts'
import { Watch } from './live/watch.ts'
import type { Acts } from './translations/en/acts.ts'
import { Tips } from './ui/tips.ts'

// What the first view can be seen without: fetched right after it is painted. One file for all of it.

export { draftKey, draftNames, forgetDrafts, hasDrafts, join, writerOf } from './controllers/draft_names.ts'
export { oneself } from './elements/parvis-board/oneself.ts'
export { belowList } from './elements/parvis-threads/below_list.ts'
export { emptyList } from './elements/parvis-threads/empty.ts'
export { aboveList, rowText } from './elements/parvis-threads/found.ts'
export { freshMark } from './elements/parvis-threads/fresh_mark.ts'
export { pauseSwitch } from './live/pause.ts'
export { boardIcon } from './ui/board_icons.ts'
export { drawView, prepare } from './views.ts'

interface Embedded {
  site: string | undefined
  view: string | null | undefined
  journey: Journey
}

/** Makes a widget at home in its page, once it is painted. */
export const moveIn = (host: Host & ReactiveControllerHost & Embedded): Travel => {
  host.addController(new ThemeWatch(host.fit))
  host.addController(new TagWatch(host))
  host.addController(new HostSteps(host))
  host.addController(new Watch(host))
  host.addController(new TitleCount(host))
  host.addController(new UnknownBoard(host))
  host.addController(new Uncovered(host))
  host.addController(new KeptFocus(host))
  host.addController(new DialogRegion(host))
  host.addController(new BackOnline(host))
  host.addController(new Tips(host))
  host.addController(new WalkedAway(host, lookAgain, leave))
  const { adoptedStyleSheets } = host.shadowRoot!
  for (const style of oneselfStyles) adoptedStyleSheets.push(style.styleSheet!)
  return new Travel(host)
}

/** What the widget does for its views; each is given the widget's element first. */
export const deeds = {
  announce,
  announceToo,
  asMember,
  follow,
  greet,
  notify,
  overlay,
  readChoices,
  refuse,
  renewList,
  seek,
  show,
  signIn,
  speak,
  tell,
  visit,
  vote,
}

/** What is said when something was done, is missing, or failed. */
export const actsWords: Record<Locale, () => Promise<{ default: Acts }>> = {
  en: () => import('./translations/en/acts.ts'),
  fr: () => import('./translations/fr/acts.ts'),
  de: () => import('./translations/de/acts.ts'),
}

/** What kept the widget from opening, in words: what happened, that nothing was lost, what to do. */
export const explain = async (locale: Locale, error: unknown): Promise<string> => {
  const say = (await actsWords[locale]()).default
  if (codeOf(error) === 'offline' && navigator.onLine) console.error(noAnswer(location.origin))
  // The server answers pages that it can tell from others, and a sandboxed frame hides whose it is.
  return codeOf(error) === 'offline' && origin === 'null' ? say.problems.framed! : whyOf(say, error)
}

/** A browser does not say why an answer was kept from us; who embeds the widget for the first time reads here what it can be. */
const noAnswer = (origin: string) =>
  `[parvis] The server did not answer this page. If it is up: is the site’s slug written as it was made, is ${origin} among the origins that may embed the site (Settings, Embed, in the admin), and does the page’s connect-src allow the server?`
