import { writeFile } from 'node:fs/promises'
import type { Reporter } from 'vitest/node'

/** Writes what failed outside of all tests, of which vitest's report knows nothing, to the file PARVIS_UNHANDLED. */
export default class implements Reporter {
  async onTestRunEnd(_: unknown, unhandled: readonly { message: string }[]): Promise<void> {
    const said = unhandled.map(({ message }) => message.split('\n')[0])
    await writeFile(process.env.PARVIS_UNHANDLED!, JSON.stringify(said))
  }
}
