import createPurify from 'dompurify'
import { policy } from '../policy.ts'

/** DOMPurify with our lists; a fragment, since strings are refused under Trusted Types. */
export const purify = (html: string, elements: string[], attributes: string[]): DocumentFragment =>
  createPurify(window).sanitize(html, {
    ALLOWED_TAGS: elements,
    ALLOWED_ATTR: attributes,
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    // These hold no address, and the expression above is not asked about them.
    ADD_URI_SAFE_ATTR: ['align', 'start', 'data-member', 'data-task'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
    TRUSTED_TYPES_POLICY: policy as never,
  })
