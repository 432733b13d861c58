/** What has the focus, through all shadow roots, also a closed one around the widget; undefined where it is nowhere. */
export const focused = (host: HTMLElement): HTMLElement | undefined => {
  let active = (host.getRootNode() as Document | ShadowRoot).activeElement ?? document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active && active !== document.body ? (active as HTMLElement) : undefined
}

/** Whether the focus is on something of the page's own, from where no widget takes it. */
export const pageHasFocus = (host: HTMLElement): boolean => {
  const { activeElement } = host.getRootNode() as Document | ShadowRoot
  return activeElement !== host && !!focused(host)
}
