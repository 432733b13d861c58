import { html, nothing } from 'lit'
import type { MeJson } from '../../../server/members/json.ts'
import { Problem } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { MeWords } from '../../translations/en/me.ts'
import '../parvis-erase/parvis-erase.ts'

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

/** The file is asked for with the session in a header, so that no address ever holds it. */
const download = async (ctx: Context, words: MeWords): Promise<void> => {
  const { slug } = ctx.opening.site
  try {
    const answer = await fetch(`${ctx.base}api/v1/sites/${encodeURIComponent(slug)}/me/export`, {
      headers: { authorization: `Bearer ${ctx.session.token}` },
      credentials: 'omit',
    }).catch(() => {
      throw new Problem('offline')
    })
    if (answer.status === 429) return void ctx.act('announce', words.data.downloadMany)
    if (!answer.ok) throw new Problem((await answer.json()).code ?? 'internal', answer.status)
    keepFile(await answer.blob(), `${slug}.zip`)
    ctx.act('announce', words.data.downloaded)
  } catch (error) {
    ctx.act('refuse', error)
  }
}

const keepFile = (file: Blob, name: string): void => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

const openErasure = (ctx: Context, words: MeWords): void => {
  const done = () => void ctx.act('show', undefined)
  ctx.act('show', html`<parvis-erase .ctx=${ctx} .words=${words.erase} .done=${done}></parvis-erase>`)
}
