import { escapeHtml } from '../lib/markdown_mentions.ts'

// A text with the name of somebody who is erased taken out of it, in what was written and in what was made of that.

export interface Text {
  body: string
  html: string
}

/** What stands for a name that is mentioned, in every language. */
const nobody = '…'

const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
// As it is written. In code it stands like that in HTML too, where a letter may take five.
const written = new RegExp(`@\\[([^\\]\\n]{1,1000})\\]\\(member:(${id})\\)`, 'gi')
const drawn = new RegExp(`<bdi(?: data-member="(${id})")?>@([^<]*)</bdi>|${written.source}`, 'gi')

/** Without the name where the member is mentioned. */
export function withoutMentions({ body, html }: Text, memberId: string): Text {
  const mentions = Array.from(body.matchAll(written), ([, label, of]) => ({ label, of: of!.toLowerCase() }))
  if (!mentions.some(({ of }) => of === memberId)) return { body, html }
  const without = `@[${nobody}](member:${memberId})`
  const hides = (of: string | undefined) => of?.toLowerCase() === memberId
  // One that has no page, or stands in a link, is drawn without an id, by the name that it had: which it is, says its
  // place among the others. Where that says nothing, it is nobody's name but that of who is mentioned besides.
  const inOrder = Array.from(html.matchAll(drawn)).length === mentions.length
  const others = new Set(mentions.flatMap(({ label, of }) => (of === memberId ? [] : escapeHtml(label!))))
  let place = -1
  return {
    body: body.replace(written, (whole, _label, of: string) => (hides(of) ? without : whole)),
    html: html.replace(drawn, (whole, linked?: string, name?: string, _label?: string, inCode?: string) => {
      place += 1
      if (inCode) return hides(inCode) ? without : whole
      const theirs = linked ? hides(linked) : inOrder ? hides(mentions[place]!.of) : !others.has(name!)
      return theirs ? `<bdi>@${nobody}</bdi>` : whole
    }),
  }
}

// How the widget says above a quotation who wrote it, in each of its languages, and what it would say of nobody.
const saying = '( wrote:| a écrit\\s*:| schrieb:)'
const somebody: [string, string][] = [
  [' wrote', 'A former member'],
  [' a écrit', 'Un ancien membre'],
  [' schrieb', 'Ein ehemaliges Mitglied'],
]
const nameless = (said: string) => `${somebody.find(([verb]) => said.startsWith(verb))![1]}${said}`
const link = new RegExp(`\\[[^\\[\\]\\n]{1,2000}?${saying}\\]\\(([^()\\s]{1,2000})\\)`, 'g')
const drawnLink = new RegExp(`<a ([^<>]*)>[^<]*?${saying}</a>`, 'g')

/** The beginning of what makes a text worth to be read for attributions, as a regular expression of the database's. */
export const saysWhoWrote = '( wrote:| a écrit.{0,2}:| schrieb:)\\]\\('

/** Where the attributions of a text lead to. */
export const quotedFrom = (body: string): string[] =>
  Array.from(body.matchAll(link), ([, , address]) => address!)

/** Without the name above quotations of those posts that are theirs. */
export function withoutAttributions({ body, html }: Text, theirs: (address: string) => boolean): Text {
  return {
    body: body.replace(link, (whole, said: string, address: string) =>
      theirs(address) ? `[${nameless(said)}](${address})` : whole,
    ),
    html: html.replace(drawnLink, (whole, attributes: string, said: string) => {
      const address = /(?:^| )href="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&')
      return address && theirs(address) ? `<a ${attributes}>${nameless(said)}</a>` : whole
    }),
  }
}
