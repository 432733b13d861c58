// The same page without a framework: the tag is made, changed, taken out and put back by hand.

const box = document.querySelector<HTMLElement>('#app')!
const [toggle, speak, told] = [
  document.createElement('button'),
  document.createElement('button'),
  document.createElement('output'),
]
toggle.textContent = 'Toggle'
speak.textContent = 'Français'
box.append(toggle, speak, told)

const board = document.createElement('parvis-board')
board.setAttribute('site', box.dataset.site!)
board.setAttribute('locale', 'en')
board.setAttribute('live', 'off')
Object.assign(board, { tokenProvider: async () => box.dataset.token! })
box.append(board)

board.addEventListener('parvis-vote', (event) => {
  told.textContent += `${(event as CustomEvent<{ votes: number }>).detail.votes} `
})
speak.addEventListener('click', () => Object.assign(board, { locale: 'fr' }))
toggle.addEventListener('click', () => (board.isConnected ? board.remove() : box.append(board)))
