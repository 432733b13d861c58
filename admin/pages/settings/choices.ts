import type { BoardIcon, Category, Kind, Sort } from '../../../server/words.ts'

// The server's small vocabulary, in the order of its forms. Only types cross the border, so the lists stand here
// and the compiler holds them complete.

function all<T extends string>(order: Record<T, number>): T[] {
  return (Object.keys(order) as T[]).toSorted((a, b) => order[a] - order[b])
}

export const categories = all<Category>({
  open: 1,
  review: 2,
  planned: 3,
  building: 4,
  shipped: 5,
  closed: 6,
})
export const kinds = all<Kind>({ idea: 1, question: 2, discussion: 3, announcement: 4 })
export const sorts = all<Sort>({ trending: 1, top: 2, new: 3, active: 4 })
export const boardIconNames = all<BoardIcon>({
  idea: 1,
  question: 2,
  talk: 3,
  news: 4,
  map: 5,
  tool: 6,
  phone: 7,
  people: 8,
  book: 9,
  heart: 10,
  star: 11,
  lock: 12,
})
