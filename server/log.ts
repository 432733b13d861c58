import pino, { type DestinationStream, type Logger } from 'pino'

const standardError = () => pino.destination({ fd: 2, sync: true })

/** Structured logs on standard error. What could hold a secret is never handed to them; this is the second lock. */
export function makeLog(level: string, to: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: withoutRows },
      redact: ['*.token', '*.secret', '*.authorization', '*.cookie', '*.to'],
    },
    to,
  )
}

/** An error as it is logged. What PostgreSQL adds to one quotes the row, and a row may hold a secret or an address. */
function withoutRows(error: Error) {
  const { detail: _detail, where: _where, ...rest } = pino.stdSerializers.err(error)
  return rest
}
