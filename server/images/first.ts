/** The first image in a post's HTML, as it is shown: its address and what it shows. */
export function firstImage(html: string): { address: string; alt: string } | undefined {
  const [, address, alt = ''] = /<img src="([^"]+)"(?: alt="([^"]*)")?/.exec(html) ?? []
  if (!address) return undefined
  return { address, alt: alt.replaceAll('&quot;', '"').replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&') }
}
