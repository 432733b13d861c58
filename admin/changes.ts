import { LiveValue } from './live_value.ts'

/** The numbers of the threads that an act has just changed; lists and open threads load them again. */
export const changedThreads = new LiveValue<readonly number[]>([])

export function threadsChanged(...numbers: number[]): void {
  changedThreads.value = [...numbers]
}

/** The members on whom an act has just changed something; the list and their sheet load them again. */
export const changedMembers = new LiveValue<readonly string[]>([])

export function memberChanged(id: string): void {
  changedMembers.value = [id]
}
