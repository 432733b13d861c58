import { html } from 'lit'

// Icons of lucide (ISC), each as one path on a 24 × 24 grid, circles and lines
// written as arcs and strokes. Here are the ones of the first view; `view_icons.ts`
// has the others, since a module always goes to one chunk as a whole.

export const iconSearch = 'm21 21-4.34-4.34M3 11a8 8 0 1 0 16 0a8 8 0 1 0-16 0'
export const iconPlus = 'M5 12h14M12 5v14'
export const iconUp = 'm18 15-6-6-6 6'
export const iconDown = 'm6 9 6 6 6-6'
export const iconTick = 'M20 6 9 17l-5-5'
export const iconReply =
  'M22 17a2 2 0 0 1-2 2H6.83a2 2 0 0 0-1.42.59l-2.2 2.2A.71.71 0 0 1 2 21.29V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z'
export const iconSeal =
  'M3.85 8.62a4 4 0 0 1 4.78-4.77 4 4 0 0 1 6.74 0 4 4 0 0 1 4.78 4.78 4 4 0 0 1 0 6.74 4 4 0 0 1-4.77 4.78 4 4 0 0 1-6.75 0 4 4 0 0 1-4.78-4.77 4 4 0 0 1 0-6.76ZM16 9l-5.5 5.5L8 12'
export const iconClock = 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0-20 0M12 6v6l4 2'
export const iconFilter = 'M3 6h18M6 12h12M9 18h6'

/** An icon as decoration; the control it stands in carries the name. Styled by `.i` (16 px) in `styles/base`. */
export const icon = (path: string, extra = '') =>
  html`<svg class="i ${extra}" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`
