import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { chooseMail, type Ending, findEnding } from '../mails/choices.ts'
import { settingsOf } from '../mails/letter.ts'
import { letterWords } from '../mails/words.ts'
import type { Locale } from '../words.ts'
import { pageFilesOf } from './page_files.ts'
import { unsubscribeWords } from './words/unsubscribe.ts'

const address = '/s/:slug/unsubscribe/:key/:kinds'
const policy =
  "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The end of a kind of mail, by the link that each such mail carries (RFC 8058): a POST ends it, whoever sends it and
 * without a session, as mail programs do; a GET, which scanners of links make too, shows a button and changes nothing.
 */
export function addUnsubscribe(app: Hono<Env>): void {
  app.get(address, async (c) => draw(c, await endingOf(c), false))
  app.post(address, async (c) => {
    const { world, site } = c.var
    const ending = await endingOf(c)
    const none = Object.fromEntries(ending.kinds.map((kind) => [kind, 'none' as const]))
    await chooseMail(world, site, ending.memberId, none)
    return draw(c, ending, true)
  })
}

async function endingOf(c: Context<Env>): Promise<Ending> {
  const { world, site } = c.var
  const { key = '', kinds = '' } = c.req.param() as Record<string, string>
  const ending = /^[0-9a-f-]{36,64}$/.test(key) ? await findEnding(world.db, site.id, key, kinds) : undefined
  if (!ending) throw new Problem('not_found')
  return ending
}

function draw(c: Context<Env>, { locale, kinds }: Ending, done: boolean): Response {
  const { world, site } = c.var
  const spoken = (locale ?? site.locale) as Locale
  const words = unsubscribeWords[spoken]
  const title = done ? words.done : words.title
  const settings = settingsOf(world.config, site, spoken, kinds)
  const page = html`<!doctype html>
<html lang="${spoken}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title} · ${site.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${pageFilesOf(world.config).style}">
</head>
<body>
<main><div class="page"><div class="refusal">
<h1>${title}</h1>
<p>${words.about(site.name)}</p>
<ul>${kinds.map((kind) => html`<li>${words.kinds[kind]}</li>`)}</ul>
<p>${done ? words.after : words.before}</p>
${done ? '' : html`<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button class="btn">${words.act}</button></form>`}
<p><a class="a" href="${settings}">${letterWords[spoken].settings}</a></p>
</div></div></main>
</body>
</html>
`
  return c.html(String(page), 200, {
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
}
