import { JSDOM } from 'jsdom'
import type { Person, TestSite } from './world.ts'

/** A public page as a visitor, or whoever `as` is, is given it. */
export async function readAt(
  site: TestSite,
  path: string,
  as?: Person,
  headers: Record<string, string> = {},
) {
  const address = new URL(`/s/${site.slug}${path}`, site.world.config.publicUrl)
  const response = await site.app.request(address.href, { headers: { ...as?.headers, ...headers } })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text }
}

export async function documentAt(site: TestSite, path: string): Promise<Document> {
  const { status, text } = await readAt(site, path)
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text.slice(0, 200)}`)
  return new JSDOM(text).window.document
}

/** What a page says to programs. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever is there.
export async function dataAt(site: TestSite, path: string): Promise<any[]> {
  const script = (await documentAt(site, path)).querySelector('script[type="application/ld+json"]')
  return JSON.parse(script?.textContent ?? '{}')['@graph']
}

/** Where a thread's page is in the end. */
export async function pathOf(site: TestSite, number: number): Promise<string> {
  const { status, headers } = await readAt(site, `/t/${number}`)
  if (status !== 301) throw new Error(`/t/${number} answered ${status}`)
  return headers.get('location')!.slice(`/s/${site.slug}`.length)
}

/** A feed or sitemap as XML; one that is not well-formed throws. */
export async function xmlAt(site: TestSite, path: string): Promise<Document> {
  const { status, text } = await readAt(site, path)
  if (status !== 200) throw new Error(`${path} answered ${status}`)
  const { window } = new JSDOM(text, { contentType: 'application/xml' })
  return window.document
}

export const textsOf = (document: Document, selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((one) => one.textContent ?? '')
