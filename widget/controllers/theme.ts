// The widget looks as if the host had built it: it stands on the host's background, light
// or dark as that is. What the host sets by custom property wins.

/** About the relative luminance of any colour that CSS can write; undefined where it is see-through. */
const luminance = (probe: HTMLElement, colour: string): number | undefined => {
  // The browser reads the colour for us: a relative colour computes to plain sRGB numbers.
  probe.style.columnRuleColor = `rgb(from ${colour} r g b / alpha)`
  const numbers = getComputedStyle(probe).columnRuleColor.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []
  probe.style.columnRuleColor = ''
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers.map(Number)
  if (numbers.length < 3 || alpha < 0.8) return undefined
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2
}

/** What is painted behind the host element: the first solid background on the way up. */
const backgroundBehind = (host: Element, probe: HTMLElement): string | undefined => {
  for (let node: Element | null = host; node; ) {
    const colour = getComputedStyle(node).backgroundColor
    if (luminance(probe, colour) !== undefined) return colour
    node =
      node.assignedSlot ??
      node.parentElement ??
      ((node.getRootNode() as ShadowRoot).host as Element | undefined) ??
      null
  }
  return undefined
}

/** Fits `root`, the wrapper of everything we draw, to the page around `host`. */
export const fitTheme = (host: HTMLElement, root: HTMLElement, theme: string | null | undefined): void => {
  const { style } = root
  for (const name of ['--parvis-surface', 'color-scheme']) style.removeProperty(name)
  const page = getComputedStyle(host)
  const given = page.getPropertyValue('--parvis-surface') && 'var(--parvis-surface)'
  const behind = given || backgroundBehind(host, root)
  const bright = luminance(root, behind ?? 'light-dark(white,black)') ?? 1
  const pageDark = bright < 0.18
  const dark = theme === 'dark' || (theme !== 'light' && pageDark)
  // Where all of our colours read on it; see `tokens.ts`.
  const fits = dark ? bright < 0.03 : bright > 0.86
  style.setProperty('color-scheme', dark ? 'dark' : 'light')
  if (behind && dark === pageDark && !given) style.setProperty('--parvis-surface', behind)
  // On a page of the other theme, or neither light nor dark, it stands on a ground of its own.
  root.classList.toggle('boxed', !fits)
}
