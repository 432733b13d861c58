import { quotation, quotedOf, selectedIn } from '../../../widget/elements/parvis-thread/quote.ts'
import { catalog } from '../../translations/index.ts'

/** What was selected in a post when its menu was pressed: the press may end the selection. */
let picked = { post: '', text: '' }

const selected = ({ currentTarget }: Event): string => {
  const body = (currentTarget as Element).closest('.post')?.querySelector('.prose')
  return body ? selectedIn(body) : ''
}

/** Upon a press in the menu of a post. */
export function pick(post: string, event: Event): void {
  const before = picked.post === post ? picked.text : ''
  picked = { post, text: selected(event) || before }
}

/** The quotation of what is selected in a post, or else of the post, in Markdown. */
export function quoted(post: { id: string; body: string }, name: string, event: Event): string {
  const text = (picked.post === post.id && picked.text) || selected(event)
  picked = { post: '', text: '' }
  return quotation(catalog.value.words.thread.wrote, name, '', quotedOf(text, post.body))
}
