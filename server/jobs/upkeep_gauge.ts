import { Gauge, type Registry } from 'prom-client'
import type { World } from '../context.ts'
import { readUpkeep } from './upkeep.ts'

/**
 * When each work of the upkeep was last done, in seconds since 1970. Where that cannot be read, nothing is said of it,
 * and all else of the process still is.
 */
export function upkeepGauge(world: World, registry: Registry): void {
  const done = new Gauge({
    name: 'parvis_upkeep_done_timestamp_seconds',
    help: 'When a work of the upkeep was last done, within the last week.',
    labelNames: ['work'] as const,
    registers: [registry],
    async collect() {
      const upkeep = await readUpkeep(world.db).catch(() => undefined)
      done.reset()
      for (const { work, doneAt } of upkeep?.items ?? [])
        if (doneAt) done.set({ work }, Date.parse(doneAt) / 1000)
    },
  })
}
