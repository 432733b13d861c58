import { html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import type { MeWords } from '../../translations/en/me.ts'

/** Tells a guest that they are one, on this device only, and how to keep what they did. */
export const guestNote = (ctx: Context, words: MeWords) => {
  if (ctx.session.member?.role !== 'guest') return nothing
  const keep = async () => {
    if (await ctx.act('signIn', true)) await ctx.act('announce', words.guest.kept)
  }
  return html`<section class="guest" aria-label=${words.guest.label}>
    <p>${words.guest.here}</p>
    <button class="btn" type="button" @click=${keep}>${words.guest.keep}</button>
  </section>`
}
