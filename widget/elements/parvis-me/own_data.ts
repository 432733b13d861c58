import { html, nothing } from 'lit'
import type { MeJson } from '../../../server/members/json.ts'
import type { Context } from '../../context.ts'
import type { MeWords } from '../../translations/en/me.ts'
import '../parvis-erase/parvis-erase.ts'
import { download } from '../parvis-export/download.ts'

type Change = (ask: { method: string; body: unknown }) => Promise<void>

/** One's public page, one's data as a file, and the end of one's account. */
export const ownData = (ctx: Context, words: MeWords, me: MeJson, change: Change) => {
  const { data } = words
  const path = `/m/${me.id}`
  const show = (event: Event) =>
    change({ method: 'PATCH', body: { votesShown: (event.target as HTMLInputElement).checked } })
  return html`<h3>${data.title}</h3>
    ${
      me.role === 'guest'
        ? nothing
        : html`<p><a class="a" href=${ctx.href(path)} data-to=${path}>${data.page}</a></p>
          <p class="q sm">${data.pageHint}</p>
          <label class="tick"><input type="checkbox" .checked=${me.votesShown} @change=${show} />${data.votesShown}</label>`
    }
    <p class="gap"><button class="btn s" type="button" aria-describedby="download-hint" @click=${() => download(ctx, words)}>${data.download}</button></p>
    <p class="q sm" id="download-hint">${data.downloadHint}</p>
    ${
      me.suspension
        ? html`<p class="q sm gap">${data.eraseSuspended}</p>`
        : html`<p class="gap"><button class="btn s danger" type="button" @click=${() => openErasure(ctx, words)}>${data.erase}</button></p>`
    }`
}

const openErasure = (ctx: Context, words: MeWords): void => {
  const done = () => void ctx.act('show', undefined)
  ctx.act('show', html`<parvis-erase .ctx=${ctx} .words=${words.erase} .done=${done}></parvis-erase>`)
}
