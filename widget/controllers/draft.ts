import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Context } from '../context.ts'
import { idempotencyKey } from '../idempotency.ts'
import { recall, remember } from '../storage.ts'
import { type Shared, tab, unseen, whole } from './draft_tabs.ts'

interface Kept extends Shared {
  at: number
  sent?: Sent | undefined
  /** What was posted of it last, so that other tabs hear of it. */
  posted?: string | undefined
}

/** What was sent last of a draft, and under which key. */
interface Sent {
  text: string
  key: string
}

/** A text that is being written, kept on the device until it is sent. Drafts older than this are forgotten. */
const longest = 90 * 86_400_000

/** The keys of what was written on this page: where nothing can be stored, the page alone knows of it. */
export const writtenHere = new Set<string>()

export const readDraft = (key: string): Kept | undefined => {
  const kept = recall<Kept>(key)
  const text = kept && Date.now() - kept.at < longest && whole(kept)
  return text ? { ...kept, text } : undefined
}

/**
 * An empty text forgets the draft. Gives back when it was kept. `known`: the text as this tab has read or kept it last;
 * what another has written since then stays beside it. `posted`: what was sent of it, which other tabs are told.
 */
export const keepDraft = (key: string, text: string, known?: string, posted?: string): number | undefined => {
  const at = Date.now()
  writtenHere.add(key)
  const kept = recall<Kept>(key)
  const theirs = known === undefined ? [] : unseen(kept, `${known}\n${text}`)
  const [first, ...beside] = text.trim() ? [{ text, by: tab }, ...theirs] : theirs
  const others = beside.length ? beside : undefined
  // Other tabs hear also what lies there for no longer than this.
  if (!first && posted) remember(key, { text: '', posted, at })
  remember(key, first && { ...kept, ...first, beside: others, posted, at })
  return text.trim() ? at : undefined
}

/** The same of drafts that were emptied meanwhile, as by who cuts a text out to put it in again. */
const lately = new Map<string, Sent>()

/**
 * Under which key a text is sent that is kept as this draft, or more of which it is a part. The same text has the same
 * key until it was posted, also after a reload, so that one whose answer was lost on the way is not posted twice.
 */
export const sendingKey = (draft: string, text: string): string => {
  const kept = recall<Kept>(draft)
  const before = [kept?.sent, lately.get(draft)].find((one) => one?.text === text)
  const sent = before ?? { text, key: idempotencyKey() }
  lately.set(draft, sent)
  remember(draft, { ...kept, sent, posted: undefined })
  return sent.key
}

/** The same words are new ones from now on. */
export const forgetSent = (draft: string): void => {
  const kept = recall<Kept>(draft)
  lately.delete(draft)
  if (kept?.sent) remember(draft, { ...kept, sent: undefined })
}

/** What another tab has just posted, by what it wrote on the device. */
export const postedBy = (written: string | null | undefined): string | undefined =>
  (JSON.parse(written ?? 'null') as Kept | null)?.posted

/** Whether a draft outlives the page. Where storage is blocked or full, it is only remembered until then. */
export const lasts = (key: string): boolean => {
  try {
    return localStorage.getItem(key) === JSON.stringify(recall(key))
  } catch {
    return false
  }
}

/** Under which name a draft of whoever is there is kept, a visitor's or a member's own; see `draft_names.ts`. */
export const draftKey = (ctx: Context, what: string): string =>
  ctx.later!.draftKey(ctx, what, { recall, remember })

/** Moves a draft to another place, after what is drafted there; it is sent from there as a new one. */
export const carryDraft = (ctx: Context, from: string, to: string): void => {
  const key = draftKey(ctx, from)
  forgetSent(key)
  ctx.later!.join(key, draftKey(ctx, to), { recall, remember })
}

/** Is told what another tab has written, as it lies on the device; nothing where that was not heard. */
type Heard = (written?: string | null) => void

/** Takes over what another tab has written under the same name, so that one text does not become two. */
export class WrittenElsewhere implements ReactiveController {
  readonly #name: () => string | undefined
  readonly #take: Heard
  readonly #beside: Heard | undefined
  /** Whether something was written there while somebody was here. */
  #missed = false

  /** `beside` is told of what is not taken over, since somebody is in this tab. */
  constructor(host: ReactiveControllerHost, name: () => string | undefined, take: Heard, beside?: Heard) {
    this.#name = name
    this.#take = take
    this.#beside = beside
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('storage', this.#stored)
    addEventListener('blur', this.#left)
    addEventListener('pageshow', this.#shown)
  }

  hostDisconnected(): void {
    removeEventListener('storage', this.#stored)
    removeEventListener('blur', this.#left)
    removeEventListener('pageshow', this.#shown)
  }

  // Nothing changes beneath who is writing; theirs is the newer one by their next letter.
  #stored = ({ key, newValue }: StorageEvent): void => {
    if (!key || key !== this.#name()) return
    this.#missed = document.hasFocus()
    if (this.#missed) this.#beside?.(newValue)
    else this.#take(newValue)
  }

  // A page that the browser had laid aside heard nothing of what was written meanwhile.
  #shown = ({ persisted }: PageTransitionEvent): void => {
    if (persisted && this.#name()) this.#take()
  }

  // Who left without a letter more left what is newer in the other tab.
  #left = (): void => {
    if (this.#missed) this.#take()
    this.#missed = false
  }
}
