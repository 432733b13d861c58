import type { ThreadJson, ThreadRowJson } from '../../../server/threads/json.ts'
import { get } from '../../api.ts'

/** The published roadmap items that ideas are on, by the idea's number. */
export type Places = Map<number, ThreadJson['item']>

/** Of more ideas than these nothing is said: each is a look-up. */
const most = 20

/** Adds what is not known yet of the places of some threads. */
export async function readPlaces(
  threads: ThreadRowJson[],
  known: Places,
  signal: AbortSignal,
): Promise<Places> {
  const asked = threads.filter(({ kind, number }) => kind === 'idea' && !known.has(number)).slice(0, most)
  const read = asked.map(async ({ number }) => {
    const { item } = await get<ThreadJson>(`threads/${number}`, undefined, signal)
    return [number, item] as const
  })
  return new Map([...known, ...(await Promise.all(read))])
}

/**
 * The items that would lose ideas which are merged, in their order, into one on another item. One that is on none takes
 * the place of the first that has one.
 */
export function placesLost(places: Places, from: ThreadRowJson[], into: number | null): string[] {
  if (into === null) return []
  const theirs = from.flatMap(({ number }) => places.get(number) ?? [])
  const kept = places.get(into) ?? theirs[0]
  return [...new Set(theirs.filter((item) => item.number !== kept?.number).map((item) => item.title))]
}
