// Types of <parvis-board> for the page that embeds it. Made by `npm run manifest`; see widget.md.

export interface ParvisBoardEvents {
  /** Cancelable. Somebody must sign in. Cancel it to show a sign-in of your own; set `ssoToken` afterwards, and what the person was about to do goes on by itself. Not cancelled, the e-mail code opens. */
  'parvis-sign-in': CustomEvent<null>
  /** Cancelable. A place is about to be left for another, by a click inside. Cancel it to move by `view` instead. */
  'parvis-navigate': CustomEvent<{ path: string; href: string; replace: boolean }>
  /** What the path names is on screen. */
  'parvis-arrived': CustomEvent<{ path: string; title: string }>
  /** A vote was counted or taken back. */
  'parvis-vote': CustomEvent<{ number: number; voted: boolean; votes: number }>
  /** A thread was posted. */
  'parvis-thread-created': CustomEvent<{ number: number; title: string; board: string; kind: string }>
  /** Somebody is signed in, or somebody else than before. */
  'parvis-signed-in': CustomEvent<{ id: string; name: string }>
  /** Nobody is signed in any more. */
  'parvis-signed-out': CustomEvent<null>
}

/** The attributes of the tag, as a template or JSX writes them. */
export interface ParvisBoardAttributes {
  /** The site's slug. Required. */
  'site'?: string
  /** A token signed by the host that says who is there. An empty one says that nobody is. */
  'sso-token'?: string
  /** `everywhere`: an empty `sso-token` then ends the person's sessions on all devices, not just here. */
  'sign-out'?: 'everywhere'
  /** `en`, `fr` or `de`, with a region if wanted (`de-AT`). Else the page's `lang`, else the browser's. */
  'locale'?: string
  /** `light`, `dark`, or `auto` (the default): as the page is. */
  'theme'?: 'light' | 'dark' | 'auto'
  /** The slug of the board to begin with, or to begin again with. Else the site's first. */
  'board'?: string
  /** For a second widget on a page: its place is then kept in `?parvis-{name}=`. */
  'name'?: string
  /** Where the place is kept: `query` (the default), or `hash`: `#parvis=/t/12`. */
  'address'?: 'query' | 'hash'
  /** A path such as `/t/12`. Where set, the host's router decides the place and the address is left alone. */
  'view'?: string
  /** `off`: nothing changes while it is read, until it is loaded again. */
  'live'?: 'off'
  /** Puts how many notifications wait before the page's title: `(3) Community`. */
  'count-in-title'?: boolean
  /** `rtl` lays the widget out from right to left. Else from left to right, as its languages are read. */
  'dir'?: 'ltr' | 'rtl'
}

export interface ParvisBoard extends HTMLElement {
  /** The same as the attribute. */
  site: string | undefined
  /** The same as `sso-token`, and not written back to it. */
  ssoToken: string | null | undefined
  /** Fetches a fresh token; called at the start and when a session ends. */
  tokenProvider: (() => Promise<string | null | undefined>) | undefined
  /** The same as the attribute. */
  locale: string | null
  /** The same as the attribute. */
  theme: string | null
  /** The same as the attribute. */
  board: string | undefined
  /** The same as the attribute. */
  name: string | null
  /** The same as the attribute. */
  address: string | null
  /** The same as the attribute. */
  view: string | null
  /** The address of a path in the host's router, for the links of the widget; goes with `view`. */
  hrefOf: ((path: string) => string) | undefined
  /** Begins, or begins again: who is there, then everything the first view shows in one answer. */
  open(): Promise<void>
  addEventListener<Name extends keyof ParvisBoardEvents>(
    name: Name,
    listener: (this: ParvisBoard, event: ParvisBoardEvents[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener<Name extends keyof HTMLElementEventMap>(
    name: Name,
    listener: (this: ParvisBoard, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void
}

declare global {
  interface HTMLElementTagNameMap {
    'parvis-board': ParvisBoard
  }
  /** Of elements, the document and the window, since they bubble. */
  interface GlobalEventHandlersEventMap extends ParvisBoardEvents {}
}
