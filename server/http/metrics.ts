import { timingSafeEqual } from 'node:crypto'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Env, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { upkeepGauge } from '../jobs/upkeep_gauge.ts'
import { hashToken } from '../lib/ids.ts'

/** What a process counts of itself, for Prometheus. */
export interface Metrics {
  /** Times each request, by method, route pattern and class of status; never by what a path holds. */
  measure: MiddlewareHandler<Env>
  /** `GET /metrics`. */
  routes: Hono<Env>
}

export function makeMetrics(world: World): Metrics {
  const registry = new Registry()
  const ofProcess = processMetrics()
  const seconds = new Histogram({
    name: 'parvis_http_request_duration_seconds',
    help: 'Time until the answer was ready, by route and class of status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  frontDoor(world, registry)
  poolGauges(world, registry)
  streamGauge(world, registry)
  upkeepGauge(world, registry)

  const measure: MiddlewareHandler<Env> = async (c, next) => {
    const begun = performance.now()
    await next()
    const status = `${Math.floor(c.res.status / 100)}xx`
    seconds.observe(
      { method: c.req.method, route: routePath(c, -1), status },
      (performance.now() - begun) / 1000,
    )
  }
  const routes = new Hono<Env>()
  routes.get('/metrics', async (c) => {
    if (!mayRead(c)) throw new Problem('not_found')
    const text = `${await ofProcess.metrics()}\n${await registry.metrics()}`
    return c.body(text, 200, { 'content-type': registry.contentType, 'cache-control': 'no-store' })
  })
  return { measure, routes }
}

// The commonest read is answered before any middleware is walked, so it is counted where it is answered.
function frontDoor(world: World, registry: Registry): void {
  const given = new Counter({
    name: 'parvis_http_kept_answers_total',
    help: 'Reads of visitors answered with kept bytes, which the durations leave out.',
    registers: [registry],
    collect() {
      given.reset()
      given.inc(world.cache.given)
    },
  })
}

function poolGauges(world: World, registry: Registry): void {
  const connections = new Gauge({
    name: 'parvis_database_connections',
    help: 'Connections of the database pool, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { pool } = world.database
      connections.set({ state: 'idle' }, pool.idleCount)
      connections.set({ state: 'busy' }, pool.totalCount - pool.idleCount)
      connections.set({ state: 'waiting' }, pool.waitingCount)
    },
  })
}

function streamGauge(world: World, registry: Registry): void {
  const streams = new Gauge({
    name: 'parvis_live_streams',
    help: 'Live streams that are open.',
    registers: [registry],
    collect() {
      streams.set(world.live.open)
    },
  })
}

let own: Registry | undefined

/** The process's own: event loop lag, memory, garbage collection. One however many apps it makes. */
function processMetrics(): Registry {
  if (!own) {
    own = new Registry()
    collectDefaultMetrics({ register: own })
  }
  return own
}

/**
 * In development this machine may look. Elsewhere a proxy on this machine could make anybody look like it, so
 * the token is needed: `Authorization: Bearer METRICS_TOKEN`.
 */
function mayRead(c: Context<Env>): boolean {
  const { config } = c.get('world')
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (given !== undefined) return config.metricsToken !== undefined && equal(given, config.metricsToken)
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  )
  const address = c.get('world').networks.addressOf(c.env?.incoming)
  return config.development && !forwarded && /^(::1|127\.\d+\.\d+\.\d+)$/.test(address)
}

// Of one length whatever was given, so that the time says nothing.
const equal = (one: string, other: string) =>
  timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)))
