import type { Page } from 'playwright-core'

/**
 * Words of a language, each by two fifths longer, as a translation of them may be. Stands alone, since it is sent to
 * the browser as text.
 */
export const longer = <Words>(words: Words): Words => {
  const stretch = (thing: unknown): unknown => {
    if (typeof thing === 'string')
      return thing.replace(
        /\p{L}{2,}/gu,
        (word) => word + word.slice(-1).repeat(Math.ceil(word.length * 0.4)),
      )
    if (typeof thing === 'function') return (...given: unknown[]) => stretch(thing(...given))
    if (Array.isArray(thing)) return thing.map(stretch)
    if (!thing || typeof thing !== 'object') return thing
    return Object.fromEntries(Object.entries(thing).map(([name, value]) => [name, stretch(value)]))
  }
  return stretch(words) as Words
}

/** Gives a page of the widget the English words so, file by file as they are fetched. */
export const speakLonger = (page: Page) =>
  page.route(/\/widget\/[^/]+\/\w+-en\.js$/, async (route) => {
    const answer = await route.fetch()
    const [script, name] = /export\{(\w+) as default\};?\s*$/.exec(await answer.text()) ?? []
    const body = (await answer.text()).replace(script!, `export default (${longer})(${name})`)
    await route.fulfill({ response: answer, body })
  })
