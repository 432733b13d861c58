import { html, type TemplateResult } from 'lit'
import type { ThreadFileJson } from '../../../server/moderation/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { get } from '../../api.ts'
import { statusOf } from '../../community.ts'
import { catalog, named } from '../../translations/index.ts'

/** The status that a thread has, and who set it, where that is known. */
export interface SetStatus {
  by: string | null
  status: string | null
}

export async function readStatus(number: number): Promise<SetStatus> {
  const [{ status }, { decisions }] = await Promise.all([
    get<ThreadJson>(`threads/${number}`),
    get<ThreadFileJson>(`threads/${number}/file`),
  ])
  return { by: decisions.find((one) => one.to === status)?.by ?? null, status }
}

/** Says that somebody else decided while one was choosing. */
export function whoWasQuicker({ by, status }: SetStatus): TemplateResult {
  const found = statusOf(status)
  const name = found ? named(found) : (status ?? '')
  return html`<p class="wrong" role="alert">${catalog.value.words.acts.statusMeanwhile(by, name)}</p>`
}
