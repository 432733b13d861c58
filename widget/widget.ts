import { ParvisBoard } from './elements/parvis-board/parvis-board.ts'

// A page may load the script twice, or two versions of it: the first one stays, and draws every tag.
const first = customElements.get('parvis-board') as typeof ParvisBoard | undefined
if (!first) customElements.define('parvis-board', ParvisBoard)
else if (first.from !== ParvisBoard.from)
  console.warn(`[parvis] ${first.from} was here first; not used: ${ParvisBoard.from}`)
