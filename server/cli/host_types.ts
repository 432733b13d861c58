/** A thing of the element that a host may use. */
interface Described {
  name: string
  description: string
  type?: { text: string }
}

export interface Member extends Described {
  kind: 'field' | 'method'
  privacy?: string
  static?: boolean
  return?: { type: { text: string } }
}

/** The part of a custom-elements manifest that we write; see custom-elements-manifest.org, schema 2. */
export interface Manifest {
  schemaVersion: string
  readme: string
  modules: {
    kind: string
    path: string
    declarations: (Described & {
      kind: string
      tagName: string
      customElement: true
      superclass: { name: string; package: string }
      members: Member[]
      attributes: Described[]
      events: Described[]
      slots: Described[]
      cssParts: Described[]
      cssProperties: (Described & { default?: string })[]
    })[]
    exports: unknown[]
  }[]
}

/** TypeScript's view of the element for a host's own code, made of the manifest. */
export function drawTypes(manifest: Manifest): string {
  const board = manifest.modules[0]!.declarations[0]!
  const lines = (of: Described[], line: (one: Described) => string, indent = '  ') =>
    of.map((one) => `${indent}/** ${one.description} */\n${indent}${line(one)}`).join('\n')
  const fields = board.members.filter((one) => one.kind === 'field')
  const methods = board.members.filter((one) => one.kind === 'method')
  return `// Types of <parvis-board> for the page that embeds it. Made by \`npm run manifest\`; see widget.md.

export interface ParvisBoardEvents {
${lines(board.events, ({ name, type }) => `'${name}': ${type?.text}`)}
}

/** The attributes of the tag, as a template or JSX writes them. */
export interface ParvisBoardAttributes {
${lines(board.attributes, ({ name, type }) => `'${name}'?: ${type?.text}`)}
}

export interface ParvisBoard extends HTMLElement {
${lines(fields, ({ name, type }) => `${name}: ${type?.text}`)}
${lines(methods, (one) => `${one.name}(): ${(one as Member).return?.type.text}`)}
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
`
}
