import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { LiveValue } from './live_value.ts'
import { shortcutKeys } from './preferences.ts'
import { catalog } from './translations/index.ts'

/** A key and what it does. `mod+k` is ⌘K or Ctrl+K; `g f` is one after the other. */
export interface Shortcut {
  key: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Shown in the line at the foot of the page. */
  foot?: boolean
  /** Other keys that do the same; shown together. */
  also?: string[]
  /** Serves everywhere, not on one page. */
  everywhere?: boolean
  /** Works while one types, since it carries a modifier. */
  typing?: boolean
  when?: () => boolean
}

const layers: Shortcuts[] = []

/** Changes whenever other shortcuts are at hand, so that the line at the foot follows. */
export const shortcutLayers = new LiveValue(0)

/** The shortcuts at hand now, the page's own first. */
export function shortcutsAtHand(): Shortcut[] {
  return layers.toReversed().flatMap((layer) => layer.list())
}

/** Gives an element's shortcuts for as long as it is connected; the latest connected is asked first. */
export class Shortcuts implements ReactiveController {
  readonly list: () => Shortcut[]

  constructor(host: ReactiveControllerHost, list: () => Shortcut[]) {
    this.list = list
    host.addController(this)
  }

  hostConnected(): void {
    layers.push(this)
    shortcutLayers.value += 1
  }

  hostDisconnected(): void {
    layers.splice(layers.indexOf(this), 1)
    shortcutLayers.value += 1
  }
}

/**
 * Whether an input method is at a key, which is not for us then: what it composes is not written yet. Safari says so
 * of the key that ends it by its code alone.
 */
export const composing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229

/** Whether a key sends what is written. */
export const sends = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !composing(event)

/** How many modal dialogs are open: behind them no key does anything. */
let modals = 0

export function modalOpened(): void {
  modals += 1
}

export function modalClosed(): void {
  modals -= 1
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0]
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type)
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  )
}

let begun: { key: string; at: number } | undefined

function pressed(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  return mod + (event.key.length === 1 && mod ? event.key.toLowerCase() : event.key)
}

function matches(shortcut: Shortcut, key: string, sequence: string | undefined): boolean {
  return [shortcut.key, ...(shortcut.also ?? [])].some((wanted) => wanted === key || wanted === sequence)
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || composing(event) || event.altKey || modals > 0) return
  const key = pressed(event)
  const plain = !key.startsWith('mod+')
  const typing = isTyping(event)
  if (plain && (typing || shortcutKeys.value === 'off')) return
  const sequence = begun && event.timeStamp - begun.at < 1200 ? `${begun.key} ${key}` : undefined
  begun = plain && key.length === 1 ? { key, at: event.timeStamp } : undefined
  const found = shortcutsAtHand().find(
    (s) => matches(s, key, sequence) && (!typing || s.typing) && (s.when?.() ?? true),
  )
  if (!found) return
  event.preventDefault()
  begun = undefined
  found.run(event)
}

export function startShortcuts(): void {
  document.addEventListener('keydown', onKey)
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

/** A key with the one that goes before it, as they are printed on the board: a German one says “Strg”. */
const withMod = (shown: string) =>
  isMac ? `⌘${shown}` : `${catalog.value.words.shortcuts.keys.Control} ${shown}`

/** The keys that send a form. */
export const sendKeys = () => withMod('↵')

/** The keys that search everything. */
export const paletteKeys = () => withMod('K')

/** A key as it is printed on the board: ⌘K, Ctrl K, J. `names` has the words for those that have a word. */
export function keyCaps(key: string, names: Record<string, string>): string[] {
  return key.split(key === ' ' ? '' : ' ').flatMap((part) => {
    const bare = part.replace('mod+', '')
    const shown = names[bare] ?? (bare.length === 1 ? bare.toUpperCase() : bare)
    if (part.startsWith('mod+')) return [withMod(shown)]
    return /^[A-Z]$/.test(bare) ? ['⇧', shown] : [shown]
  })
}
