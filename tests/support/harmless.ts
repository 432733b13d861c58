import type { Page } from 'playwright-core'

/**
 * What on a page, through all shadow roots, could run or lead a reader astray: elements of no text, handlers,
 * addresses of other schemes, styles of an author's own. Empty where every payload is but text.
 */
export function harmful(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const safe = /^(?:https?:|mailto:)/i
    const ours = new Set(['SCRIPT', 'META', 'LINK', 'FORM', 'TITLE', 'BASE', 'STYLE'])
    const walk = (root: ParentNode) => {
      for (const element of root.querySelectorAll('*')) {
        const inPost = !!element.parentElement?.closest('.prose')
        const inHead = element.closest('head') !== null
        // An image that was given here, the way to the whole of it, and to the page of somebody who is mentioned.
        const given =
          /^https?:\/\/[^/]+\/(?:images\/[0-9a-f-]{36}|s\/[\w-]+\/m|admin\/[\w-]+\/members|[\w-]+\?parvis=\/m)\/[0-9a-f-]{36}$/
        const isImage = element instanceof HTMLImageElement && given.test(element.src)
        if (
          /^(?:iframe|object|embed|base|meta|template|math|marquee|video|style|link)$/i.test(
            element.tagName,
          ) &&
          !(inHead && ours.has(element.tagName))
        )
          found.push(element.outerHTML)
        if (
          inPost &&
          !isImage &&
          /^(?:form|input|button|svg|img|script|details|parvis-board)$/i.test(element.tagName)
        )
          found.push(element.outerHTML)
        if (element.tagName === 'SCRIPT' && !inHead) found.push(element.outerHTML)
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) found.push(`${element.tagName} ${name}=${value}`)
          if (inPost && ['style', 'id', 'name', 'class', 'background'].includes(name))
            found.push(`${element.tagName} ${name}=${value}`)
          if (!inHead && /^(?:xlink:href|href|src|action|formaction|srcdoc|data)$/.test(name)) {
            const address = element instanceof HTMLAnchorElement ? element.href : value
            if (!safe.test(new URL(address, document.baseURI).href))
              found.push(`${element.tagName} ${name}=${value}`)
            if (
              inPost &&
              element instanceof HTMLAnchorElement &&
              element.origin === location.origin &&
              !given.test(element.href)
            )
              found.push(`own origin: ${value}`)
          }
        }
        if (element.shadowRoot) walk(element.shadowRoot)
      }
    }
    walk(document)
    return found
  })
}
