import { html } from 'hono/html'
import type { Locale } from '../words.ts'

// Atom (RFC 4287). Ids are the ids of rows, so that they stay when titles, slugs and addresses change.

export interface Feed {
  /** Of what it is a feed, as a UUID. */
  id: string
  title: string
  language: Locale
  /** Of the feed itself, and of the page that it follows. */
  self: string
  page: string
  entries: Entry[]
}

export interface Entry {
  id: string
  title: string
  link: string
  author: string
  published: Date
  updated: Date
  language: Locale
  /** Sanitized HTML. */
  content: string
}

const empty = new Date(0)

/** A feed as XML, entries in the order given. It was last changed when the latest of its entries was. */
export function drawFeed(feed: Feed): string {
  const updated = feed.entries.reduce((last, { updated }) => (updated > last ? updated : last), empty)
  return String(html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<id>urn:uuid:${feed.id}</id>
<title>${text(feed.title)}</title>
<updated>${updated.toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${feed.self}" />
<link rel="alternate" type="text/html" href="${feed.page}" />
${feed.entries.map(drawEntry)}
</feed>
`)
}

function drawEntry(entry: Entry) {
  return html`<entry xml:lang="${entry.language}">
<id>urn:uuid:${entry.id}</id>
<title>${text(entry.title)}</title>
<link rel="alternate" type="text/html" href="${entry.link}" />
<author><name>${text(entry.author)}</name></author>
<published>${entry.published.toISOString()}</published>
<updated>${entry.updated.toISOString()}</updated>
<content type="html">${text(entry.content)}</content>
</entry>
`
}

/** What XML cannot hold (XML 1.0, 2.2) is left out: one such character would make the whole feed unreadable. */
export function text(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones meant
  return words.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}
