import type { Host } from '../context.ts'

const counted = /^\(\d+\+?\) /

/** Puts how much waits to be read before the title of the page, where its tag asks for that; takes it off where nothing waits. */
export const countInTitle = (host: Host, unread: number): void => {
  if (!host.hasAttribute('count-in-title')) return
  const { document } = globalThis
  const title = document.title.replace(counted, '')
  const wanted = unread ? `(${unread > 99 ? '99+' : unread}) ${title}` : title
  if (wanted !== document.title) document.title = wanted
}
