import { html } from 'lit'
import type { ExportProofJson } from '../../../server/members/json.ts'
import { Problem } from '../../api.ts'
import type { Context } from '../../context.ts'
import { signOnAnew } from '../../controllers/sign_on_anew.ts'
import type { MeWords } from '../../translations/en/me.ts'
import './parvis-export.ts'

/** Gives somebody all that is theirs as a file, once it is sure that it is them who ask for it. */
export const download = async (ctx: Context, words: MeWords): Promise<void> => {
  try {
    const asked = await ctx.api.ask<ExportProofJson>('me/export/proof')
    if (asked.fresh || (await signOnAnew(ctx.session))) return await fetchFile(ctx, words)
    const done = (proved: boolean) => {
      void ctx.act('show', undefined)
      if (proved) void fetchFile(ctx, words).catch((error) => ctx.act('refuse', error))
    }
    ctx.act(
      'show',
      html`<parvis-export .ctx=${ctx} .words=${words} .asked=${asked} .done=${done}></parvis-export>`,
    )
  } catch (error) {
    ctx.act('refuse', error)
  }
}

/** The file is asked for with the session in a header, so that no address ever holds it. */
const fetchFile = async (ctx: Context, words: MeWords): Promise<void> => {
  const { slug } = ctx.opening.site
  const answer = await fetch(`${ctx.base}api/v1/sites/${encodeURIComponent(slug)}/me/export`, {
    headers: { authorization: `Bearer ${ctx.session.token}` },
    credentials: 'omit',
  }).catch(() => {
    throw new Problem('offline')
  })
  if (answer.status === 429) return void ctx.act('notify', words.data.downloadMany)
  if (!answer.ok) throw new Problem((await answer.json()).code ?? 'internal', answer.status)
  keepFile(await answer.blob(), `${slug}.zip`)
  ctx.act('announce', words.data.downloaded)
}

const keepFile = (file: Blob, name: string): void => {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
