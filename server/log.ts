import pino, { type DestinationStream, type Logger } from 'pino'

const standardError = () => pino.destination({ fd: 2, sync: true })

/** Structured logs on standard error. What could hold a secret is never handed to them; this is the second lock. */
export function makeLog(level: string, to: DestinationStream = standardError()): Logger {
  return pino(
    { level, base: undefined, redact: ['*.token', '*.secret', '*.authorization', '*.cookie', '*.to'] },
    to,
  )
}
