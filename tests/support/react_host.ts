import { createElement as h, StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { ParvisBoardEvents } from '../../docs/widget/parvis-board.d.ts'

// A company's page in React, of which each part is mounted twice, as React's strict mode does.

const box = document.querySelector<HTMLElement>('#app')!

function Community() {
  const [shown, show] = useState(true)
  const [locale, speak] = useState('en')
  const [told, tell] = useState('')
  return h(
    'main',
    null,
    h('button', { type: 'button', onClick: () => show(!shown) }, 'Toggle'),
    h('button', { type: 'button', onClick: () => speak('fr') }, 'Français'),
    h('output', null, told),
    shown &&
      h('parvis-board', {
        site: box.dataset.site,
        locale,
        live: 'off',
        tokenProvider: async () => box.dataset.token!,
        'onparvis-vote': ({ detail }: ParvisBoardEvents['parvis-vote']) =>
          tell((before) => `${before}${detail.votes} `),
      }),
  )
}

// Before the element is defined React would take its properties for attributes.
void customElements
  .whenDefined('parvis-board')
  .then(() => createRoot(box).render(h(StrictMode, null, h(Community))))
