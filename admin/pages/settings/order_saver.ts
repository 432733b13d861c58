import { put } from '../../api.ts'
import { community, reload } from '../../community.ts'
import { tellProblem } from '../../toasts.ts'
import type { ListKind } from './list-editor.ts'

let saving: Promise<void> = Promise.resolve()
const waiting = new Set<ListKind>()

/**
 * Saves the order in which a list stands by now. One at a time, and what comes meanwhile goes as one: two on their way
 * at once may arrive in either order, and the older would stay. Where it is refused, the list shows what is so.
 */
export function saveOrder(kind: ListKind): void {
  if (waiting.has(kind)) return
  waiting.add(kind)
  saving = saving.then(() => {
    waiting.delete(kind)
    return save(kind)
  })
}

async function save(kind: ListKind): Promise<void> {
  try {
    await put(`${kind}/order`, { items: community.value[kind].map((one) => one.slug) })
  } catch (error) {
    tellProblem(error)
    await reload(kind).catch(tellProblem)
  }
}
