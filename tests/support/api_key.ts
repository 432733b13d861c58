import { type Scope, scopes } from '../../server/api_keys/scopes.ts'
import type { Person, TestSite } from './world.ts'

/** A key of a site, as a program holds it. */
export interface TestKey extends Person {
  key: string
}

let made = 0

export const asKey = (key: string) => ({ authorization: `Bearer ${key}` })

/** A key made by somebody who may, over the API. */
export async function makeKey(
  site: TestSite,
  maker: Person,
  wish: { name?: string; scopes?: readonly Scope[]; days?: number } = {},
): Promise<TestKey> {
  const name = wish.name ?? `Program ${++made}`
  const draft = { name, scopes: wish.scopes ?? scopes, days: wish.days ?? 30 }
  const answer = await site.post('api-keys', draft, maker)
  if (answer.status !== 201) throw new Error(`No key was made: ${answer.text}`)
  const { apiKey, key } = answer.body
  return { id: apiKey.id, name, key, headers: asKey(key) }
}
