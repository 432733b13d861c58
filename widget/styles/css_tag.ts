// Stands in for Lit's own `css` in the widget's build. Ours has no fallback to <style>
// elements: the widget uses constructable sheets only, since a strict policy refuses the rest.

export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  /** Made once, and shared by every shadow root that adopts it. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }
}

export const unsafeCSS = (text: unknown) => new CSSResult(String(text))

export const css = (strings: TemplateStringsArray, ...values: (CSSResult | number)[]) =>
  unsafeCSS(String.raw({ raw: strings }, ...values.map((value) => (value as CSSResult).cssText ?? value)))

export const adoptStyles = (root: ShadowRoot, styles: CSSResult[]): void => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet)
}

export const getCompatibleStyle = <Style>(style: Style): Style => style
export const supportsAdoptingStyleSheets = true
