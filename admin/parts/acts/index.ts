import { html, type TemplateResult } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import './act-assign.ts'
import './act-merge.ts'
import './act-promote.ts'
import './act-status.ts'
import './act-tags.ts'

export type Act = 'status' | 'tags' | 'merge' | 'promote' | 'assign'

type Ended = (event: CustomEvent<{ done: boolean }>) => void

/** The dialog of an act on some threads. `ended` says that it is over, and whether it was done. */
export function drawAct(act: Act, threads: ThreadRowJson[], ended: Ended, assignee = ''): TemplateResult {
  if (act === 'status') return html`<act-status .threads=${threads} @ended=${ended}></act-status>`
  if (act === 'tags') return html`<act-tags .threads=${threads} @ended=${ended}></act-tags>`
  if (act === 'merge') return html`<act-merge .threads=${threads} @ended=${ended}></act-merge>`
  if (act === 'promote') return html`<act-promote .threads=${threads} @ended=${ended}></act-promote>`
  return html`<act-assign .threads=${threads} present=${assignee} @ended=${ended}></act-assign>`
}
