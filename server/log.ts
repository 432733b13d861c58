import pino, { type Logger } from 'pino'

/** Structured logs on standard error. What could hold a secret is never handed to them; this is the second lock. */
export function makeLog(level: string): Logger {
  return pino(
    { level, base: undefined, redact: ['*.token', '*.secret', '*.authorization', '*.cookie', '*.to'] },
    pino.destination({ fd: 2, sync: true }),
  )
}
