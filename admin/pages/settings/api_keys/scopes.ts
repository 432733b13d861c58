import type { ApiKeyJson } from '../../../../server/api_keys/json.ts'
import { catalog } from '../../../translations/index.ts'

export type Scope = ApiKeyJson['scopes'][number]
type Words = Record<Scope, [name: string, hint: string]>

/** All scopes, in the order in which they are ticked and read. */
export const scopesOf = (words: Words) => Object.entries(words) as [Scope, Words[Scope]][]

/** What a key opens, in words. */
export function opened(scopes: Scope[]): string {
  const { keys } = catalog.value.words
  return scopesOf(keys.scopes)
    .filter(([scope]) => scopes.includes(scope))
    .map(([, [name]]) => name)
    .join(' · ')
}
