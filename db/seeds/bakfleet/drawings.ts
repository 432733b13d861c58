// What people of the demo drew: maps and a chart, as SVG, made into images when they are planted.

export interface SeedDrawing {
  id: string
  /** The thread whose opening text shows it. */
  thread: string
  width: number
  height: number
  svg: string
}

const paper = '#f3efe6'
const road = 'stroke="#fff" stroke-width="26" stroke-linecap="round" fill="none"'
const house = (x: number, y: number, w: number, h: number) =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="#e2dac8"/>`
const way = (path: string, colour: string, dash = '') =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="9" stroke-linejoin="round" stroke-linecap="round" ${dash && `stroke-dasharray="${dash}"`}/>`
const dot = (x: number, y: number, colour: string, r = 13) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}" stroke="#fff" stroke-width="5"/>`

function drawn(width: number, height: number, inner: string): Omit<SeedDrawing, 'id' | 'thread'> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>${inner}</svg>`
  return { width, height, svg }
}

const bollards = drawn(
  960,
  520,
  `${house(40, 40, 230, 140)}${house(330, 40, 260, 140)}${house(650, 40, 270, 140)}${house(40, 330, 230, 150)}${house(330, 330, 260, 150)}${house(650, 330, 270, 150)}
<path d="M0 255H960M300 0V520M620 0V520" ${road}/><path d="M0 255H960" ${road}/>
${way('M40 255H455', '#2f6f5e')}${way('M455 255H300V495H620V255H920', '#d9822b', '2 20')}
<g fill="#b3261e"><circle cx="470" cy="238" r="9"/><circle cx="470" cy="255" r="9"/><circle cx="470" cy="272" r="9"/></g>
${dot(40, 255, '#2f6f5e')}${dot(920, 255, '#2f6f5e')}`,
)

const depots = drawn(
  960,
  600,
  `<path d="M-20 330C200 250 330 390 520 320S800 250 990 320" fill="none" stroke="#a9cfe0" stroke-width="84"/>
<path d="M480 40V560M120 150H860M140 480H840M200 60V230M760 70V250M230 400V560M740 420V570" ${road}/>
${way('M200 150H420V90H700V150H760V215', '#2f6f5e')}${way('M760 215H480V480H640V540H230V480', '#7a4fa3', '2 20')}
${dot(200, 150, '#2f6f5e', 22)}${dot(230, 480, '#7a4fa3', 22)}
${[
  [420, 90],
  [560, 90],
  [700, 90],
  [760, 215],
]
  .map(([x, y]) => dot(x!, y!, '#2f6f5e'))
  .join('')}
${[
  [480, 400],
  [640, 480],
  [540, 540],
  [360, 540],
]
  .map(([x, y]) => dot(x!, y!, '#7a4fa3'))
  .join('')}`,
)

const bars = (y: number, share: number, colour: string) =>
  `<rect x="70" y="${y}" width="${Math.round(820 * share)}" height="58" rx="8" fill="${colour}"/>`

const planning = drawn(
  960,
  360,
  `<path d="M70 40V320" stroke="#8b8577" stroke-width="4"/><path d="M275 40V320M480 40V320M685 40V320M890 40V320" stroke="#d9d1bf" stroke-width="2"/>
${bars(80, 1, '#c9bfa9')}${bars(200, 11 / 19, '#2f6f5e')}`,
)

export const drawings: SeedDrawing[] = [
  { id: '01920000-0000-7000-8000-5c3a9d41b0e1', thread: 'wide', ...bollards },
  { id: '01920000-0000-7000-8000-5c3a9d41b0e2', thread: 'two-depots', ...depots },
  { id: '01920000-0000-7000-8000-5c3a9d41b0e3', thread: 'news-58', ...planning },
]
