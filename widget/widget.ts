import { ParvisBoard } from './elements/parvis-board/parvis-board.ts'

// A page may load the script twice, or two versions of it: the first one stays.
if (!customElements.get('parvis-board')) customElements.define('parvis-board', ParvisBoard)
