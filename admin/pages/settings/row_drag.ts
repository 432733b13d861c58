import Sortable from 'sortablejs'

/**
 * Lets rows be dragged by their grip; `moved` hears from which place to which. Dragging moves the node that Lit drew,
 * so it is put back before the list is drawn in its new order.
 */
export function dragRows(rows: HTMLElement, moved: (from: number, to: number) => void): Sortable {
  let next: Node | null = null
  return Sortable.create(rows, {
    handle: '.grip',
    forceFallback: true,
    animation: 120,
    ghostClass: 'from-here',
    fallbackClass: 'lifted',
    onStart: (event) => {
      next = event.item.nextSibling
    },
    onEnd: ({ item, oldIndex = 0, newIndex = 0 }) => {
      rows.insertBefore(item, next)
      if (oldIndex !== newIndex) moved(oldIndex, newIndex)
    },
  })
}
