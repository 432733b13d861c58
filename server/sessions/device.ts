/** What somebody signs in with, as coarse as one knows one's own devices again; null where it is not known. */
export interface Device {
  browser: string | null
  system: string | null
}

// The first that fits: Edge and Opera also say Chrome, Chrome also says Safari, Android also says Linux.
const browsers = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\b(OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const

/** The browser and the system of a User-Agent, without their versions. Names are proper nouns in every language. */
export function deviceOf(userAgent: string): Device {
  const text = userAgent.slice(0, 500)
  const first = (known: readonly (readonly [string, RegExp])[]) =>
    known.find(([, pattern]) => pattern.test(text))?.[0] ?? null
  return { browser: first(browsers), system: first(systems) }
}
