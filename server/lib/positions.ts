// Order as fractional text: between any two positions there is another, so that a move writes one row.
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'

/** A position after `before` and before `after`, compared as bytes; null means the start or the end. */
export function positionBetween(before: string | null, after: string | null): string {
  const low = before ?? ''
  let made = ''
  let bounded = after !== null
  for (let index = 0; ; index++) {
    const from = index < low.length ? digits.indexOf(low[index]!) : 0
    const to = bounded && index < after!.length ? digits.indexOf(after![index]!) : digits.length
    if (to - from > 1) return made + digits[(from + to) >> 1]
    made += digits[from]
    if (bounded && to > from) bounded = false
  }
}

/** `count` positions in order, evenly apart, for a list made or ordered at once. */
export function positions(count: number): string[] {
  const width = Math.max(2, Math.ceil(Math.log(count + 2) / Math.log(digits.length)))
  const step = digits.length ** width / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    let value = Math.floor(step * (index + 1))
    let text = ''
    for (let place = 0; place < width; place++) {
      text = digits[value % digits.length] + text
      value = Math.floor(value / digits.length)
    }
    return `${text}i` // Never ends in the lowest digit, so that there is room before it.
  })
}
