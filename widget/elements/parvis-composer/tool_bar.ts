import { html, nothing } from 'lit'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { iconImage } from '../../ui/view_icons.ts'
import { apple, type Tool, tools } from './markdown_tools.ts'

/**
 * The tools above the text: Markdown for what is selected, `done` where it is so already, and the choice of images where
 * the text may have some. `taken` is a key that the page itself has a use for, and so no tool has.
 */
export function toolBar(
  words: ComposeWords,
  {
    disabled,
    area,
    done,
    choose,
    taken,
  }: {
    disabled: boolean
    area: () => HTMLTextAreaElement
    done: (tool: Tool) => boolean
    choose?: (() => void) | undefined
    taken?: Tool['key']
  },
) {
  return html`<div class="tools" role="toolbar" aria-label=${words.tools} @keydown=${move}>
    ${tools.map(({ key, ...rest }, index) => {
      const tool = { ...rest, ...(key === taken ? {} : { key }) }
      return [
        index === 2 ? html`<span class="sep"></span>` : nothing,
        html`<button class="ico" type="button" tabindex=${index ? -1 : 0} aria-label=${words[tool.name]} data-tip=${tipOf(words, tool)} aria-pressed=${tool.done ? done(tool) : nothing} aria-keyshortcuts=${tool.key ? `${apple ? 'Meta' : 'Control'}+${tool.key.toUpperCase()}` : nothing} ?disabled=${disabled} @click=${() => use(area(), tool, words)}>${icon(tool.icon)}</button>`,
      ]
    })}
    ${choose ? html`<button class="ico" type="button" tabindex="-1" aria-label=${words.images.add} ?disabled=${disabled} @click=${choose}>${icon(iconImage)}</button>` : nothing}
  </div>`
}

/** Does what a button or its key does. */
export const use = (area: HTMLTextAreaElement, tool: Tool, words: ComposeWords): void =>
  tool.act(area, (words.placeholders as Record<string, string>)[tool.name] ?? '')

const tipOf = (words: ComposeWords, { name, key }: Tool): string => {
  const letter = key?.toUpperCase()
  return letter ? `${words[name]} (${apple ? `⌘${letter}` : words.withControl(letter)})` : words[name]
}

/** One stop for Tab; arrows move between the tools (APG: toolbar). */
function move(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll('button')]
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]!
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1
  next.focus()
}
