import { css, html, noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
import { setContent, type Ways } from './sanitize.ts'

class Sanitized extends Directive {
  #shown: string | undefined

  render(_html: string, _ways?: Ways) {
    return noChange
  }

  override update(part: ElementPart, [content, ways]: [string, Ways?]) {
    if (content !== this.#shown) {
      this.#shown = content
      void setContent(part.element as HTMLElement, content, ways)
    }
    return noChange
  }
}

/** Fills the element it stands on with cleaned HTML: `<div ${sanitized(html)}></div>`. */
export const sanitized = directive(Sanitized)

/**
 * The rendered text of a post. `large` is for opening texts and official answers. Without `ways`, who is mentioned is
 * a name and no link.
 */
export const postBody = (content: string, large = false, ways?: Ways) =>
  html`<div class="prose ${large ? 'lg' : ''}" dir="auto" ${sanitized(content, ways)}></div>`

export const postBodyStyles = css`
  .prose { max-width: 68ch; overflow-wrap: anywhere; }
  .prose.lg { max-width: 680px; font-size: var(--t-lg); line-height: 26px; }
  .prose * { margin: 0; }
  .prose :is(p, li, h3, h4, h5, h6, td, th) { unicode-bidi: plaintext; }
  .prose > * + * { margin-block-start: var(--s3); }
  .prose :is(ul, ol) { padding-inline-start: 20px; }
  .prose ul { list-style: disc; }
  .prose ul ul { list-style: circle; }
  .prose ol { list-style: decimal; }
  /* The box of a task stands where the bullet of another item would. */
  .prose li[data-task] { list-style: none; text-indent: -20px; }
  .prose li[data-task] > :not(p:first-child) { text-indent: 0; }
  .prose li + li { margin-block-start: var(--s1); }
  .prose li::marker { color: var(--text-3); }
  .prose :is(strong, h3, h4, h5, h6, th) { font-weight: var(--w-strong); font-size: inherit; }
  .prose a:has(> img) { display: inline-block; max-inline-size: 100%; }
  .prose a { color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
  .prose [data-member] { color: var(--accent-ink); font-weight: var(--w-medium); }
  .prose blockquote { border-inline-start: 2px solid var(--line-2); padding-inline-start: var(--s4); color: var(--text-2); }
  .prose blockquote > * + * { margin-block-start: var(--s2); }
  .prose pre { direction: ltr; background: var(--wash); border-radius: var(--r-control); padding: var(--s3) var(--s4); font: 12.5px/20px ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; overflow-x: auto; }
  .prose code { font: .88em ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; background: var(--wash-2); border-radius: 4px; padding: 1px 4px; }
  .prose pre code { background: none; padding: 0; font: inherit; }
  .prose table { display: block; overflow-x: auto; border-collapse: collapse; }
  .prose :is(td, th) { border: 1px solid var(--line); padding: var(--s1) var(--s2); text-align: start; overflow-wrap: normal; }
  .prose img { max-inline-size: 100%; block-size: auto; vertical-align: middle; border-radius: var(--r-control); background: var(--wash-2); }
  .prose hr { border: 0; border-block-start: 1px solid var(--line); }
  .prose :is(pre, table, a):focus-visible { outline: 2px solid transparent; box-shadow: var(--ring); border-radius: var(--r-control); }
  @media print {
    .prose a[href^='http']:not([data-to], :has(> img, > [data-member]))::after { content: ' (' attr(href) ')'; color: var(--text-2); font-size: var(--t-xs); }
    .prose pre { white-space: pre-wrap; }
    .prose table { overflow: visible; }
  }
`
