import type { Page, Route } from 'playwright-core'

/** The first request of that address, which waits until it is let go on. */
export const held = (page: Page, address: RegExp): Promise<Route> =>
  new Promise((come) => void page.route(address, come, { times: 1 }))
