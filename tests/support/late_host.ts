import { createElement as h, useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'

// A company's page in React that puts the bare tag in first, and gives it its attributes once it stands there.

const box = document.querySelector<HTMLElement>('#app')!
const attributes = JSON.parse(box.dataset.attributes!) as [name: string, value: string][]

function Community() {
  const tag = useRef<HTMLElement>(null)
  useEffect(() => {
    for (const [name, value] of attributes) tag.current!.setAttribute(name, value)
  }, [])
  return h('parvis-board', { ref: tag })
}

createRoot(box).render(h(Community))
