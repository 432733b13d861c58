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
        if (
          /^(?:iframe|object|embed|base|meta|template|math|marquee|video|style|link)$/i.test(
            element.tagName,
          ) &&
          !(inHead && ours.has(element.tagName))
        )
          found.push(element.outerHTML)
        if (inPost && /^(?:form|input|button|svg|img|script|details|parvis-board)$/i.test(element.tagName))
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
            if (inPost && element instanceof HTMLAnchorElement && element.origin === location.origin)
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
