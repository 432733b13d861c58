import { Problem } from './errors.ts'

/** Goes on only where a policy said yes. */
export function permit(allowed: boolean): void {
  if (!allowed) throw new Problem('forbidden')
}
