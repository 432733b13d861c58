import { css, type ReactiveControllerHost } from 'lit'
import { DoneTools } from '../../widget/elements/parvis-composer/done_tools.ts'
import { toolOf } from '../../widget/elements/parvis-composer/markdown_tools.ts'
import { nextItem } from '../../widget/elements/parvis-composer/next_item.ts'
import { toolBar, use } from '../../widget/elements/parvis-composer/tool_bar.ts'
import { composing, sends } from '../shortcuts.ts'
import { catalog } from '../translations/index.ts'

/** Searches everything in the admin, wherever one is; the tool that it would be has its button. */
const taken = 'k'

/**
 * The customers' Markdown tools for a text field of the admin. The element around the field draws `draw()` above it,
 * calls `keyed` upon its keys, and gives it `look` upon `selectionchange`.
 */
export class MarkdownField {
  readonly look: () => void
  readonly #area: () => HTMLTextAreaElement | null
  readonly #done: DoneTools

  constructor(host: ReactiveControllerHost, area: () => HTMLTextAreaElement | null) {
    this.#area = area
    this.#done = new DoneTools(host, area)
    this.look = this.#done.look
  }

  /** `choose` opens the choice of images, where the text may have some; without a field, as in a preview, nothing works. */
  draw({ choose, disabled = false }: { choose?: (() => void) | undefined; disabled?: boolean } = {}) {
    const { compose } = catalog.value.words
    const area = () => this.#area() as HTMLTextAreaElement
    return toolBar(compose, { disabled, area, done: (tool) => this.#done.has(tool), choose, taken })
  }

  /** Does what a key of a tool does, and goes on with a list. */
  keyed(event: KeyboardEvent): void {
    const area = this.#area()
    if (!area || composing(event)) return
    const tool = toolOf(event)
    if (tool && tool.key !== taken) {
      event.preventDefault()
      use(area, tool, catalog.value.words.compose)
    }
    const plain = event.key === 'Enter' && !event.shiftKey && !event.altKey && !sends(event)
    if (plain && nextItem(area)) event.preventDefault()
  }
}

export const markdownStyles = css`
  .tools {
    display: flex;
    min-width: 0;
    overflow-x: auto;
    scrollbar-width: none;
    padding: 2px;
    margin: -2px;
  }
  .tools .ico {
    display: grid;
    place-items: center;
    flex: 0 1 28px;
    min-width: 24px;
    height: 28px;
    border-radius: var(--r-control);
    color: var(--text-2);
  }
  .tools .ico:hover:not(:disabled) {
    background: var(--wash-2);
  }
  .tools .ico:disabled {
    color: var(--text-3);
  }
  .tools [aria-pressed='true'] {
    background: var(--wash-2);
    color: var(--accent-ink);
    outline: 1px solid var(--accent);
    outline-offset: -1px;
  }
  .tools .sep {
    width: 1px;
    background: var(--line);
    margin: 6px 4px;
  }
  @media (max-width: 700px) {
    .tools .ico {
      flex-basis: 36px;
      height: 36px;
    }
  }
`
