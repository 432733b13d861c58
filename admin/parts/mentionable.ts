import type { AuthorJson } from '../../server/members/json.ts'
import type { MentionPlace } from '../../widget/mentions/mention_field.ts'
import { get } from '../api.ts'
import { catalog } from '../translations/index.ts'

/** Whom a field of a thread may mention; nobody where there is no thread. */
export function mentionable(
  area: () => HTMLTextAreaElement | null,
  thread: () => number | undefined,
): MentionPlace {
  return {
    area,
    ask(q, signal) {
      const number = thread()
      if (number === undefined) return undefined
      const path = `threads/${number}/mentionable`
      return get<{ items: AuthorJson[] }>(path, { q }, signal).then(({ items }) => items)
    },
    locale: () => catalog.value.locale,
    base: () => '',
  }
}
