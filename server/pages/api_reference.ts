import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Env } from '../context.ts'
import { type ApiDocument, type ApiOperation, describe } from '../openapi.ts'
import { schemaText } from './schema_text.ts'

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
h2 { margin-top: 3rem; text-transform: capitalize; }
h3 { margin: 2rem 0 .25rem; font: 600 1rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
h4 { margin: .75rem 0 .25rem; font-size: .875rem; }
p { margin: .25rem 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .75rem 1rem; border: 1px solid color-mix(in srgb, currentcolor 25%, transparent); border-radius: .375rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
`

const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `GET /api`: the API for people, from the same document as for programs. */
export function apiReference(app: () => OpenAPIHono<Env>) {
  let page: string | undefined
  const reference = new Hono<Env>()
  reference.get('/api', async (c) => {
    page ??= String(await pageOf(describe(app())))
    return c.html(page, 200, { 'content-security-policy': policy, 'cache-control': 'public, max-age=300' })
  })
  return reference
}

interface Route {
  method: string
  path: string
  operation: ApiOperation
}

function pageOf(document: ApiDocument) {
  const routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
  const nouns = [...Map.groupBy(routes, (route) => route.operation.tags?.[0] ?? 'other')].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const shapes = Object.entries(document.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${document.info.title} API</title>
<style>${raw(style)}</style>
</head>
<body>
<header>
<h1>${document.info.title} API</h1>
${document.info.description.split('\n').filter(Boolean).map(paragraph)}
<p>The same for programs, as OpenAPI 3.1: <code>/api/v1/sites/{slug}/openapi.json</code></p>
<nav aria-label="Nouns"><ul>
${nouns.map(([noun]) => html`<li><a href="#${noun}">${noun}</a></li>`)}
<li><a href="#shapes">shapes</a></li>
</ul></nav>
</header>
<main>
${nouns.map(([noun, list]) => html`<section id="${noun}"><h2>${noun}</h2>${list.map(routeOf)}</section>`)}
<section id="shapes"><h2>Shapes</h2>
${shapes.map(([name, schema]) => html`<h3 id="shape-${name}">${name}</h3><pre>${schemaText(schema)}</pre>`)}
</section>
</main>
</body>
</html>`
}

const paragraph = (text: string) =>
  html`<p>${text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : part))}</p>`

function routeOf({ method, path, operation }: Route) {
  const query = (operation.parameters ?? []).filter((one) => one.in === 'query')
  const body = Object.entries(operation.requestBody?.content ?? {})
  return html`<h3 id="${method}-${path}">${method} ${path}</h3>
<p>${operation.summary ?? ''}. For: <code>${operation['x-guard'] ?? 'anyone'}</code>${operation['x-scope'] ? html`, and keys with the scope <code>${operation['x-scope']}</code>` : ''}</p>
${query.length ? html`<h4>Query</h4><pre>${query.map((one) => `${one.name}${one.required ? '' : '?'}: ${schemaText(one.schema)}\n`).join('')}</pre>` : ''}
${body.map(([type, { schema }]) => html`<h4>Body, ${type}</h4><pre>${schemaText(schema)}</pre>`)}
<h4>Answers</h4><pre>${answersOf(operation)}</pre>`
}

function answersOf(operation: ApiOperation): string {
  return Object.entries(operation.responses)
    .map(([status, { content, description }]) => {
      const schema = Object.values(content ?? {})[0]?.schema
      return `${status === 'default' ? 'else' : status}: ${schema ? schemaText(schema) : (description ?? '')}`
    })
    .join('\n')
}
