import { LiveValue } from './live_value.ts'

/** The numbers of the threads that an act has just changed; lists and open threads load them again. */
export const changedThreads = new LiveValue<readonly number[]>([])

export function threadsChanged(...numbers: number[]): void {
  changedThreads.value = [...numbers]
}
