import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import type { Idea } from './idea_list.ts'

/** The fields of an item as they are typed, a month as its field gives it. */
export interface ItemFields {
  title: string
  summary: string
  month: string
  owner: string
}

/** What was changed of an item and not yet saved. Of a new one, also the ideas it is to gather. */
export interface ItemDraft extends Partial<ItemFields> {
  ideas?: Idea[]
  /** The revision that it was typed over. */
  revision?: number
}

export const fieldsOf = (item: RoadmapItemJson | null, owner: string): ItemFields => ({
  title: item?.title ?? '',
  summary: item?.summary ?? '',
  month: item?.expectedOn?.slice(0, 7) ?? '',
  owner: item ? (item.owner?.id ?? '') : owner,
})

const keyOf = (item: RoadmapItemJson | null) => (item ? `item-${item.number}` : 'item-new')

/** What was typed before and not sent; nothing where there is none, or it cannot be read. */
export function itemDraft(item: RoadmapItemJson | null): ItemDraft {
  try {
    return JSON.parse(draftOf(keyOf(item)) || '{}') as ItemDraft
  } catch {
    return {}
  }
}

/** Keeps what differs from the item as it was when one began; nothing that differs forgets the draft. */
export function keepItem(
  item: RoadmapItemJson | null,
  { before, now, ideas }: { before: ItemFields; now: ItemFields; ideas: Idea[] },
): void {
  const names = Object.keys(now) as (keyof ItemFields)[]
  const changed = names.filter((name) => now[name] !== before[name]).map((name) => [name, now[name]])
  const draft = { ...Object.fromEntries(changed), ...(!item && ideas.length ? { ideas } : {}) }
  const some = Object.keys(draft).length > 0
  keepDraft(keyOf(item), some ? JSON.stringify({ ...draft, revision: item?.revision }) : '')
}

export const forgetItem = (item: RoadmapItemJson | null): void => keepDraft(keyOf(item), '')
