import type { MatchesJson } from '../../../../server/segments/json.ts'
import type { Catalog } from '../../../translations/en/index.ts'
import { listed } from '../../../translations/format.ts'

const counted = 10_000

/** How many match now, and a few of them by name; nothing while it is not known. */
export function matchWords(words: Catalog['segments'], matches: MatchesJson | undefined): string {
  if (!matches) return '…'
  if (!matches.total) return words.nobody
  const total = words.matching(matches.total, matches.total >= counted)
  return `${total}, ${words.among(listed(matches.members.map((member) => member.name)))}.`
}
