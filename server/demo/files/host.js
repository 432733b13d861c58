// The company's own script. It tells the widget how to learn who is signed in here, and keeps the page's
// light or dark appearance.

const board = document.querySelector('parvis-board')
if (board) {
  board.tokenProvider = async () => {
    const answer = await fetch('/sso-token', { cache: 'no-store' })
    if (!answer.ok) throw new Error(`The token was refused: ${answer.status}`)
    return (await answer.json()).token
  }
}

const appearance = document.querySelector('#appearance')
appearance?.addEventListener('submit', (event) => {
  const theme = event.submitter?.value
  if (!theme) return
  event.preventDefault()
  document.documentElement.dataset.theme = theme
  // The server draws the next page with it, so that nothing flashes.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `bakfleet_theme=${theme}; path=/; max-age=2592000; samesite=lax`
  appearance.querySelector(theme === 'dark' ? '.to-light' : '.to-dark')?.focus()
})

// Whoever changes places comes back to the thread being read.
document.querySelector('#visitors')?.addEventListener('submit', (event) => {
  event.currentTarget.elements.namedItem('to').value = location.pathname + location.search
})

// On a phone the menu covers the page: choosing a part of this page closes it.
document.querySelector('#nav')?.addEventListener('click', (event) => {
  if (event.target.closest('a') && event.currentTarget.matches(':popover-open'))
    event.currentTarget.hidePopover()
})
