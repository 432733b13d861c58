import Sortable from 'sortablejs'
import type { Spot } from './plan.ts'

export interface Dragging {
  /** Where a card was let go. */
  onDrop: (number: number, to: Spot) => void
  /** The lane that a card hangs over, for its wash; null at the end. */
  onOver: (stage: string | null) => void
}

/**
 * Lets cards be dragged between lanes by mouse and by touch. The library moves the nodes that Lit has drawn, so
 * at the end each goes back to its old place and the plan is drawn anew from the answer.
 */
export function dragLanes(lanes: HTMLElement[], dragging: Dragging): () => void {
  let home: { parent: Node; next: Node | null } | undefined
  const made = lanes.map((lane) =>
    Sortable.create(lane, {
      group: 'cards',
      draggable: '.card',
      filter: 'admin-menu',
      preventOnFilter: false,
      forceFallback: true,
      fallbackTolerance: 4,
      delay: 180,
      delayOnTouchOnly: true,
      touchStartThreshold: 6,
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 140,
      ghostClass: 'from-here',
      fallbackClass: 'lifted',
      onStart(event) {
        home = { parent: event.from, next: event.item.nextSibling }
        dragging.onOver(lane.dataset.stage ?? null)
        event.item.addEventListener('click', swallow, { capture: true, once: true })
      },
      onMove(event) {
        dragging.onOver(event.to.dataset.stage ?? null)
      },
      onEnd(event) {
        const { item, to, newDraggableIndex } = event
        const moved = event.from !== to || event.oldDraggableIndex !== newDraggableIndex
        home?.parent.insertBefore(item, home.next)
        setTimeout(() => item.removeEventListener('click', swallow, { capture: true }))
        dragging.onOver(null)
        if (moved) {
          dragging.onDrop(Number(item.dataset.number), {
            stage: to.dataset.stage ?? '',
            index: newDraggableIndex ?? 0,
          })
        }
      },
    }),
  )
  return () => {
    for (const sortable of made) sortable.destroy()
  }
}

/** The click that a browser sends after a drag would open the card. */
function swallow(event: Event): void {
  event.preventDefault()
  event.stopPropagation()
}
