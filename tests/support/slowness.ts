/** What the yardstick takes on the machine that the limits were set on, in milliseconds of its processor. */
const usual = 50

/** A fixed piece of work, of the kind that a renderer does; in milliseconds of the processor. */
function yardstick(): number {
  const before = process.threadCpuUsage()
  let text = ''
  for (let turn = 0; turn < 300_000; turn++) {
    text = `${turn},${text.slice(0, 40)}`
    if (/(\d+),(\d*)/.exec(text)?.[1] === '') throw new Error('A number has digits.')
  }
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** How many times longer than usual this machine takes for the same work at the moment; 1 where it does not. */
export function slowness(): number {
  return Math.max(1, Math.min(yardstick(), yardstick()) / usual)
}
