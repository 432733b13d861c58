import type { ReactiveController } from 'lit'
import type { Context, Host } from '../context.ts'
import type { Community } from '../controllers/community.ts'
import { Live } from './live.ts'
import { paused } from './pause.ts'

const lives = new WeakMap<Community['api'], Live>()

/** What happens in a community; the same for every widget of the document that shows it. */
export const liveOf = (ctx: Context): Live | undefined => lives.get(ctx.api)

/** Keeps a widget's community in view for as long as the widget is in the page. */
export class Watch implements ReactiveController {
  readonly #host: Host & { site: string | undefined }
  #live: Live | undefined

  constructor(host: Host & { site: string | undefined }) {
    this.#host = host
  }

  hostConnected(): void {
    this.#fit()
  }

  hostUpdated(): void {
    this.#fit()
  }

  hostDisconnected(): void {
    this.#live?.leave(this.#host)
    this.#live = undefined
  }

  #fit(): void {
    const host = this.#host
    const { ctx } = host
    if (!ctx || !host.isConnected) return
    const still = host.getAttribute('live') === 'off' || paused(ctx.base)
    const live = still ? undefined : known(ctx, host.site!)
    if (live === this.#live) return
    this.hostDisconnected()
    this.#live = live
    live?.join(host)
  }
}

const known = (ctx: Context, site: string): Live => {
  const { api, session, votes } = ctx
  const live = lives.get(api) ?? new Live({ api, session, votes }, site)
  lives.set(api, live)
  return live
}
