import type { Problem } from './api.ts'
import { catalog } from './translations/index.ts'

/**
 * A refusal as it stands beside what was typed. That the session has ended, the dialog says in which one signs in again,
 * and it is no longer so once that closes.
 */
export function refusalWords(problem: Problem): string {
  return problem.code === 'unauthenticated' ? '' : problemWords(problem)
}

/** A problem in the reader's own language: what happened, that nothing was lost, what to do. */
export function problemWords(problem: Problem): string {
  const { errors } = catalog.value.words
  if (problem.code === 'rate_limited') return errors.rate_limited(problem.wait)
  const known = errors[problem.code as keyof typeof errors]
  return typeof known === 'string' ? known : errors.internal
}
