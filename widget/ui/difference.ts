import { css, html, nothing } from 'lit'
import type { EditJson } from '../../server/revisions/json.ts'

type Runs = NonNullable<EditJson['body']>

/** How much of what stayed is shown beside a change, in characters. */
const around = 160

/**
 * What changed in a text, as text: what is new and what is gone is marked by element, by line and colour, and said to
 * screen readers. Of a long part that stayed, only what is near a change is shown.
 */
export const differenceText = (runs: Runs, words: { added: string; removed: string }) =>
  runs.map(({ type, text }, at) => {
    if (type === 'added') return html`<ins><span class="vh">${words.added} </span>${text}</ins>`
    if (type === 'removed') return html`<del><span class="vh">${words.removed} </span>${text}</del>`
    return shortened(text, at > 0, at < runs.length - 1)
  })

const shortened = (text: string, before: boolean, after: boolean) => {
  const characters = [...text]
  if (characters.length <= 2 * around) return text
  const head = before ? characters.slice(0, around).join('') : nothing
  const tail = after ? characters.slice(-around).join('') : nothing
  return html`${head} … ${tail}`
}

export const differenceStyles = css`
  .diff { white-space: pre-line; overflow-wrap: anywhere; }
  .diff ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; color: var(--st-shipped); background: color-mix(in oklab, var(--st-shipped) 10%, var(--surface)); }
  .diff del { text-decoration: line-through; color: var(--danger); background: color-mix(in oklab, var(--danger) 8%, var(--surface)); }
`
