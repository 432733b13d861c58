import { put, remove } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { hrefOf } from '../../router.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { catalog } from '../../translations/index.ts'

/** What the team says of an open thread at the press of one button: which answer is official, that it is closed. */
export class Marks {
  readonly #pane: { readonly number: number }

  constructor(pane: { readonly number: number }) {
    this.#pane = pane
  }

  get #words() {
    return catalog.value.words.thread
  }

  async #perform(act: Promise<unknown>, done: string): Promise<void> {
    const { number } = this.#pane
    try {
      await act
      tell(done)
      threadsChanged(number)
    } catch (error) {
      tellProblem(error)
    }
  }

  /** Marks a reply with a name of which a thread has one; null takes the mark away. */
  #mark(name: 'official' | 'accepted', reply: string | null): Promise<unknown> {
    const path = `threads/${this.#pane.number}/${name}`
    return reply ? put(path, { reply }) : remove(path)
  }

  official(reply: string | null): Promise<void> {
    const done = reply ? this.#words.markedOfficial : this.#words.unmarkedOfficial
    return this.#perform(this.#mark('official', reply), done)
  }

  accept(reply: string | null): Promise<void> {
    const done = reply ? this.#words.acceptedNow : this.#words.acceptedNoMore
    return this.#perform(this.#mark('accepted', reply), done)
  }

  /** Lets the thread take no more replies, or take them again. */
  lock(closed: boolean): Promise<void> {
    const path = `threads/${this.#pane.number}/lock`
    return closed
      ? this.#perform(put(path, {}), this.#words.lockDone)
      : this.#perform(remove(path), this.#words.unlockDone)
  }

  /** Lifts a ruling; throws where that is refused, which is told where it was asked. */
  async putBack(ruling: string): Promise<void> {
    const { number } = this.#pane
    await remove(`rulings/${ruling}`)
    tell(this.#words.putBackDone)
    threadsChanged(number)
  }
}

/** Copies the address of a thread, or of a post in it. */
export async function copyLink(number: number, post: string | null): Promise<void> {
  const { thread } = catalog.value.words
  const path = hrefOf(`feedback/${number}`, post ? { post } : {})
  try {
    await navigator.clipboard.writeText(location.origin + path)
    tell(thread.linkCopied)
  } catch {
    tell(thread.copyFailed)
  }
}
