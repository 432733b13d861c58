import { html } from 'lit'
import type { Locale } from '../server/words.ts'
import type { Context } from './context.ts'
import { type Place, placeOf } from './controllers/navigation.ts'
import { failed } from './elements/parvis-board/failed.ts'

type Load = () => Promise<{ default: unknown }>

/** The words of each view, loaded beside its code. */
const viewWords: Record<string, Record<Locale, Load>> = {
  thread: {
    en: () => import('./translations/en/thread.ts'),
    fr: () => import('./translations/fr/thread.ts'),
    de: () => import('./translations/de/thread.ts'),
  },
  new: {
    en: () => import('./translations/en/new.ts'),
    fr: () => import('./translations/fr/new.ts'),
    de: () => import('./translations/de/new.ts'),
  },
  roadmap: {
    en: () => import('./translations/en/roadmap.ts'),
    fr: () => import('./translations/fr/roadmap.ts'),
    de: () => import('./translations/de/roadmap.ts'),
  },
  me: {
    en: () => import('./translations/en/me.ts'),
    fr: () => import('./translations/fr/me.ts'),
    de: () => import('./translations/de/me.ts'),
  },
  member: {
    en: () => import('./translations/en/member.ts'),
    fr: () => import('./translations/fr/member.ts'),
    de: () => import('./translations/de/member.ts'),
  },
  signIn: {
    en: () => import('./translations/en/sign_in.ts'),
    fr: () => import('./translations/fr/sign_in.ts'),
    de: () => import('./translations/de/sign_in.ts'),
  },
}

const elements: Record<string, () => Promise<unknown>> = {
  thread: () => import('./elements/parvis-thread/parvis-thread.ts'),
  new: () => import('./elements/parvis-new/parvis-new.ts'),
  roadmap: () => import('./elements/parvis-roadmap/parvis-roadmap.ts'),
  me: () => import('./elements/parvis-me/parvis-me.ts'),
  // In one file with one's own page: a file more would split what the first view takes.
  member: () => import('./elements/parvis-me/parvis-me.ts'),
  signIn: () => import('./elements/parvis-sign-in/parvis-sign-in.ts'),
}

/** The words of each view: here, on their way, or not to be had. */
const loaded = new Map<string, unknown>()

/** Loads what the first view did not need: an element, and its words. */
export const loadView = async (view: string, locale: Locale): Promise<unknown> => {
  const [words] = await Promise.all([viewWords[view]![locale](), elements[view]!()])
  return words.default
}

/** Has the words of the view at `path` here before another language is spoken. */
export const prepare = async (path: string, locale: Locale): Promise<void> => {
  const { view } = placeOf(path)
  if (view !== 'list') loaded.set(`${view}-${locale}`, await loadView(view, locale))
}

/** Draws a view that was not needed at first; a quiet space until it is here. */
export const drawView = (host: Redrawn, ctx: Context, place: Place) => {
  const key = `${place.view}-${ctx.locale}`
  const words = loaded.get(key) as Promise<unknown> | Error | undefined
  if (words instanceof Error) {
    return failed(ctx.words, ctx.say?.problems.offline, () => {
      loaded.delete(key)
      host.requestUpdate()
    })
  }
  if (words && !(words instanceof Promise)) return draw(ctx, place, words)
  const keep = (value: unknown) => loaded.set(key, value)
  const coming = words ?? loadView(place.view, ctx.locale).then(keep, () => keep(new Error()))
  keep(coming)
  // Another widget of the page may have asked for it first.
  void coming.then(async () => {
    host.requestUpdate()
    if (!(loaded.get(key) instanceof Error)) return
    await host.updateComplete
    ctx.arrived(host.shadowRoot!.querySelector<HTMLElement>('.empty button'))
  })
  return html`<div aria-busy="true"><div class="wait"></div><div class="wait tall"></div></div>`
}

interface Redrawn {
  readonly shadowRoot: ShadowRoot | null
  readonly updateComplete: Promise<unknown>
  requestUpdate(): void
}

const draw = (ctx: Context, place: Place, words: unknown) => {
  if (place.view === 'thread')
    return html`<parvis-thread .ctx=${ctx} .place=${place} .words=${words}></parvis-thread>`
  if (place.view === 'new') return html`<parvis-new .ctx=${ctx} .place=${place} .words=${words}></parvis-new>`
  if (place.view === 'me') return html`<parvis-me .ctx=${ctx} .place=${place} .words=${words}></parvis-me>`
  if (place.view === 'member')
    return html`<parvis-member .ctx=${ctx} .place=${place} .words=${words}></parvis-member>`
  return html`<parvis-roadmap .ctx=${ctx} .words=${words}></parvis-roadmap>`
}
