import { expect } from 'vitest'
import { patience } from './browser.ts'

/** Expects of what is read again and again that it will be so, as soon as a browser has got there. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: patience, interval: 20 })
