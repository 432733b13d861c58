import { Problem } from '../errors.ts'

/** A name as its readers know it again: capitals, accents and spaces make no other word of it. */
function plain(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
}

export const sameName = (one: string, other: string): boolean => plain(one) === plain(other)

/** Two words of one name could not be told apart where they are chosen. Throws `conflict`, about the field `name`. */
export function refuseSameName(name: string, others: string[], noun: string): void {
  if (!others.some((other) => sameName(name, other))) return
  const message = `There is a ${noun} of this name already.`
  throw new Problem('conflict', message, { errors: [{ path: 'name', message }] })
}
