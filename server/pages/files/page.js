// Where scripts run, the widget takes the place of what the server has written. It draws itself unseen first, so that
// nothing flashes or jumps; where it cannot be had, the page stays as it is.

const main = document.querySelector('main')
const written = main.querySelector('.page')
const { root, site, name, title, widget, host } = main.dataset

/** The place in the widget that an address below `root` stands for. A post's own place is behind the `#`. */
function placeOf({ pathname, search, hash }) {
  const way = decodeURI(pathname.slice(root.length)) || '/'
  const post = /^#post-([\w-]+)$/.exec(hash)?.[1]
  return way.startsWith('/t/') ? way + (post ? `/${post}` : '') : way + search
}

/** The address of a place. */
function addressOf(place) {
  const [way, query] = place.split('?')
  const [, kind, thread, post] = way.split('/')
  if (kind === 't' && post) return `${root}/t/${encodeURI(thread)}#post-${post}`
  return root + (way === '/' ? '' : encodeURI(way)) + (query ? `?${query}` : '')
}

const board = document.createElement('parvis-board')
board.setAttribute('site', site)
board.hrefOf = addressOf
board.view = placeOf(location)
board.className = 'coming'

board.addEventListener('parvis-navigate', ({ detail: { path, replace } }) => {
  history[replace ? 'replaceState' : 'pushState'](null, '', addressOf(path))
  board.view = path
})
addEventListener('popstate', () => {
  board.view = placeOf(location)
})

board.addEventListener('parvis-arrived', ({ detail }) => {
  // A thread that could not be loaded has no title of its own; what is written stays.
  const failed = detail.path.startsWith('/t/') && detail.title === title
  if (written.isConnected && !failed) whenUnused(takePlace)
  if (!failed) nameTab(detail)
})

/** What is in use is not taken away: a link that has the focus, words that are being marked. */
function whenUnused(act) {
  const inUse = () =>
    written.contains(document.activeElement) ||
    (!getSelection().isCollapsed && written.contains(getSelection().anchorNode))
  const look = () => {
    if (inUse()) return
    document.removeEventListener('selectionchange', later)
    document.removeEventListener('focusout', later)
    act()
  }
  const later = () => setTimeout(look)
  document.addEventListener('selectionchange', later)
  document.addEventListener('focusout', later)
  look()
}

/** Puts the widget where the written page was; what was being read stays where it is on the screen. */
function takePlace() {
  if (!written.isConnected) return
  const read = [...written.querySelectorAll('[id^="post-"]')].find(
    (post) => post.getBoundingClientRect().bottom > 0,
  )
  const top = scrollY > 0 && read?.getBoundingClientRect().top
  const heading = document.createElement('h1')
  heading.className = 'vh'
  heading.textContent = title
  written.replaceWith(heading)
  board.className = ''
  const same = top === false || !read ? undefined : find(board.shadowRoot, read.id)
  if (same) scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' })
}

/** An element by its id, through the shadow roots of the widget. */
function find(within, id) {
  const own = within.getElementById(id)
  if (own) return own
  for (const { shadowRoot } of within.querySelectorAll('*')) {
    const found = shadowRoot && find(shadowRoot, id)
    if (found) return found
  }
}

/** The tab, and the way to the host's page, follow the widget from place to place. */
function nameTab({ path, title: heading }) {
  document.title = heading && path !== '/' ? `${heading} · ${name}` : title
  const way = document.querySelector('.part')
  if (!way || !host) return
  const address = new URL(host)
  const query = address.search ? `${address.search}&` : '?'
  const place = encodeURIComponent(path).replace(/%(?:2F|3F|3D)/g, decodeURIComponent)
  way.href = path === '/' ? host : `${address.origin}${address.pathname}${query}parvis=${place}`
}

main.append(board)
import(widget).catch(() => board.remove())
