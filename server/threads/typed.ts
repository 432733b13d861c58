/**
 * What joins two words into one that the database's parser would take for a file, a host, an address or a number with
 * a sign. `parted_words` parts them where they are found, and here are the same. A dot between digits is of a number.
 */
export const joint = /[</@~+\u200b\u200c]|(?<!\d)\.|\.(?!\d)|-(?=\d)/u

/** What is typed for a sign that a keyboard has: quotation marks of any language, and a dash for a minus. */
export function asMeant(typed: string): string {
  const text = withoutUnseen(typed)
    .replace(/[“”„‟«»‹›＂]/gu, '"')
    // The low one opens as a comma never does, before a word. What closes it may be an apostrophe inside of one.
    .replace(/(?<![\p{L}\p{N}])‚(?=[\p{L}\p{N}])([^‚"]*?)[‘’](?![\p{L}\p{N}])/gu, '"$1"')
  // A dash that ends a word too is one of a pair, around something said by the way.
  if (/[\p{L}\p{N}"][‒–—―](?!\S)/u.test(text)) return text
  return text.replace(/(?<!\S)[‐‑‒–—―−－](?=["\p{L}\p{N}])/gu, '-')
}

/**
 * Without what nobody sees in a word, as the database finds it. Arabic scripts part words by a zero-width non-joiner,
 * and some of South-East Asia by a zero-width space; emoji are joined.
 */
export function withoutUnseen(text: string): string {
  return text
    .replace(/(?<=[0-9A-Za-z\u00a0-\u1fff])\u200d/gu, '')
    .replace(/(?<![\u0600-\u08ff\ufb50-\ufefc])\u200c/gu, '')
    .replace(/(?<![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b/gu, '')
    .replace(/[\u00ad\u2060\ufeff]/gu, '')
}
