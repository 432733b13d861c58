import { createElement as h, useEffect, useRef } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { ParvisBoard } from '../../docs/widget/parvis-board.d.ts'

// A company's page that React drew on the server and takes over here, as docs/widget.md says.

const box = document.querySelector<HTMLElement>('#app')!
const fetchToken = async () => box.dataset.token!

function Community() {
  const board = useRef<ParvisBoard>(null)
  useEffect(() => {
    board.current!.tokenProvider = fetchToken
  }, [])
  return h('parvis-board', { ref: board, site: box.dataset.site })
}

hydrateRoot(box, h(Community))
