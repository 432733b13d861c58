import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Context } from '../context.ts'
import { recall, remember } from '../storage.ts'

interface Kept {
  text: string
  at: number
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
  remember(key, text.trim() ? { text, at } : undefined)
  return text.trim() ? at : undefined
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
