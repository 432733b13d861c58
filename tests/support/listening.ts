import { eventually } from './eventually.ts'
import type { Screen } from './screen.ts'

/** The screen, once its own live stream is open; that of the screen before it may be still. */
export async function listening(screen: Screen): Promise<Screen> {
  await eventually(() => screen.streams().length).toBeGreaterThan(0)
  await screen.idle()
  return screen
}
