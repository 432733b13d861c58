import { html } from 'hono/html'
import type { Category } from '../words.ts'

// Icons of lucide (ISC), each as one path on a 24 × 24 grid.
const icons = {
  seal: 'M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76ZM16 9l-5.5 5.5L8 12',
  reply:
    'M22 17a2 2 0 0 1-2 2H6.83a2 2 0 0 0-1.42.59l-2.2 2.2A.71.71 0 0 1 2 21.29V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z',
  shield:
    'M20 13c0 5-3.5 7.5-7.66 8.95a1 1 0 0 1-.67-.01C7.5 20.5 4 18 4 13V6a1 1 0 0 1 1-1c2 0 4.5-1.2 6.24-2.72a1.17 1.17 0 0 1 1.52 0C14.51 3.81 17 5 19 5a1 1 0 0 1 1 1zM9 12h6',
  trash:
    'M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2',
  merge: 'm8 18 4 4 4-4M12 22V11.7a4 4 0 0 0-1.17-2.87L4 2M20 2l-5 5',
  route:
    'M3 19a3 3 0 1 0 6 0a3 3 0 1 0-6 0M9 19h8.5a3.5 3.5 0 0 0 0-7h-11a3.5 3.5 0 0 1 0-7H15M15 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  left: 'm12 19-7-7 7-7M19 12H5',
  people:
    'M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.13a4 4 0 0 1 0 7.74M22 21v-2a4 4 0 0 0-3-3.87M5 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0',
  lock: 'M7 11V7a5 5 0 0 1 10 0v4M5 11h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2z',
  up: 'm18 15-6-6-6 6',
  tick: 'M20 6 9 17l-5-5',
  clock: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 6v6l4 2',
} as const

/** An icon as decoration; words stand beside it. */
export function icon(name: keyof typeof icons) {
  return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[name]}" /></svg>`
}

const diamond = 'M6 1 11 6 6 11 1 6Z'
const ring = 'M1.4 6a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0'

/** Per category what is drawn as a line, and what is filled below it: the shape says it, not the colour. */
const glyphs: Record<Category, [line: string, fill?: string]> = {
  open: [ring],
  review: [ring, 'M4.4 6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0'],
  planned: [diamond],
  building: [diamond, 'M6 1v10L1 6Z'],
  shipped: ['m3.6 6.2 1.7 1.7 3.2-3.6', 'M.6 6a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0'],
  closed: [
    'M2.9 1.4h6.2a1.5 1.5 0 0 1 1.5 1.5v6.2a1.5 1.5 0 0 1-1.5 1.5H2.9a1.5 1.5 0 0 1-1.5-1.5V2.9a1.5 1.5 0 0 1 1.5-1.5ZM4 4l4 4M8 4 4 8',
  ],
}

/** The glyph of a category, as decoration; the word stands beside it. */
export function statusGlyph(category: Category) {
  const [line, fill = ''] = glyphs[category]
  return html`<svg class="st ${category}" viewBox="0 0 12 12" aria-hidden="true"><path class="f" d="${fill}" /><path d="${line}" /></svg>`
}
