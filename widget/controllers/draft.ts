import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Context } from '../context.ts'
import { idempotencyKey } from '../idempotency.ts'
import { recall, remember } from '../storage.ts'

interface Kept {
  text: string
  at: number
  sent?: Sent
}

/** What was sent last of a draft, and under which key. */
interface Sent {
  text: string
  key: string
}

/** A text that is being written, kept on the device until it is sent. Drafts older than this are forgotten. */
const longest = 90 * 86_400_000

export const readDraft = (key: string): Kept | undefined => {
  const kept = recall<Kept>(key)
  return kept && Date.now() - kept.at < longest ? kept : undefined
}

/** An empty text forgets the draft. Gives back when it was kept. */
export const keepDraft = (key: string, text: string): number | undefined => {
  const at = Date.now()
  remember(key, text.trim() ? { ...recall<Kept>(key), text, at } : undefined)
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
  remember(draft, { ...kept, sent })
  return sent.key
}

/** The same words are new ones from now on. */
export const forgetSent = (draft: string): void => {
  const kept = recall<Kept>(draft)
  lately.delete(draft)
  if (kept?.sent) remember(draft, { ...kept, sent: undefined })
}

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

/** Takes over what another tab has written under the same name, so that one text does not become two. */
export class WrittenElsewhere implements ReactiveController {
  readonly #name: () => string | undefined
  readonly #take: () => void
  readonly #beside: (() => void) | undefined
  /** Whether something was written there while somebody was here. */
  #missed = false

  /** `beside` is told of what is not taken over, since somebody is in this tab. */
  constructor(
    host: ReactiveControllerHost,
    name: () => string | undefined,
    take: () => void,
    beside?: () => void,
  ) {
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
  #stored = ({ key }: StorageEvent): void => {
    if (!key || key !== this.#name()) return
    this.#missed = document.hasFocus()
    if (this.#missed) this.#beside?.()
    else this.#take()
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
