/** Where the line begins in which a place lies, and where the one ends in which another does. */
export const linesAround = (value: string, start: number, end = start): [from: number, to: number] => {
  const from = start ? value.lastIndexOf('\n', start - 1) + 1 : 0
  // A line at whose beginning a selection ends has nothing in it that is selected.
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end
  const to = value.indexOf('\n', last)
  return [from, to < 0 ? value.length : to]
}
