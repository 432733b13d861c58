const letters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** A name as part of an address: ASCII letters, digits and hyphens. `fallback` where none of its letters has a form. */
function slugOf(name: string, fallback: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/^-+|-+$/g, '')
  return slug || fallback
}

/** Slugs to try in turn: the one given and no other, or the one of the name, then with -2, -3 and so on. */
export function* slugsToTry(given: string | undefined, name: string, fallback: string): Generator<string> {
  if (given !== undefined) {
    yield given
    return
  }
  const base = slugOf(name, fallback)
  yield base
  for (let count = 2; count <= 200; count++) yield `${base}-${count}`
}
