import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import type { Decision } from '../decisions/decide.ts'
import { undoJson } from '../decisions/json.ts'
import { Problem } from '../errors.ts'
import { productTeam, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { revisionFrom } from '../input.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import type { Site, Step } from '../sites/queries.ts'
import { createItem } from './create.ts'
import { archiveItem, editItem } from './edit.ts'
import { addIdea, removeIdea } from './ideas.ts'
import { IdeaParam, ItemEdit, ItemParam, NewItem, Place } from './input.ts'
import { ItemStepJson, ItemWithdrawnJson, ItemWithIdeaJson, itemJson, RoadmapItemJson } from './json.ts'
import { placeItem } from './place.ts'
import { publishItem, unpublishItem } from './publish.ts'
import { findItem } from './queries.ts'

const tags = ['roadmap']

/** What the product team does with items. */
export const itemActs = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/roadmap/items',
      tags,
      summary: 'Make an item, private at first',
      ...guarded(productTeam),
      request: body(NewItem),
      responses: answers(RoadmapItemJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const draft = c.req.valid('json')
        const number = await createItem(
          world,
          site,
          {
            title: draft.title,
            summary: draft.summary ?? '',
            stage: stageNamed(site, draft.stage),
            threads: draft.threads ?? [],
            expectedOn: draft.expectedOn ?? null,
          },
          signedIn(viewer).id,
        )
        return c.json(await readItem(c, number), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/roadmap/items/{number}',
      tags,
      summary: 'Change an item’s words, date or owner',
      ...guarded(productTeam),
      request: { params: ItemParam, ...body(ItemEdit) },
      responses: answers(RoadmapItemJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      await editItem(world, site, number, c.req.valid('json'), revisionFrom(c), signedIn(viewer).id)
      return c.json(await readItem(c, number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/roadmap/items/{number}',
      tags,
      summary: 'Put an item away',
      ...guarded(productTeam),
      request: { params: ItemParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await archiveItem(world, site, c.req.valid('param').number, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/roadmap/items/{number}/place',
      tags,
      summary: 'Put an item into a stage, before another or at the end',
      ...guarded(productTeam),
      request: { params: ItemParam, ...body(Place) },
      responses: answers(ItemStepJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const { stage, before = null } = c.req.valid('json')
      const place = { stage: stageNamed(site, stage), before }
      const step = await placeItem(world, site, number, place, signedIn(viewer).id)
      return c.json(await readStep(c, number, step), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/roadmap/items/{number}/publication',
      tags,
      summary: 'Show an item to everyone',
      ...guarded(productTeam),
      request: { params: ItemParam },
      responses: answers(ItemStepJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const step = await publishItem(world, site, number, signedIn(viewer).id)
      return c.json(await readStep(c, number, step), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/roadmap/items/{number}/publication',
      tags,
      summary: 'Make an item private again, without a trace',
      ...guarded(productTeam),
      request: { params: ItemParam },
      responses: answers(ItemWithdrawnJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      await unpublishItem(world, site, number, signedIn(viewer).id)
      return c.json({ item: await readItem(c, number) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/roadmap/items/{number}/ideas/{thread}',
      tags,
      summary: 'Hang an idea on an item',
      ...guarded(productTeam),
      request: { params: IdeaParam },
      responses: answers(ItemWithIdeaJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number, thread } = c.req.valid('param')
      const { decision, told } = await addIdea(world, site, number, thread, signedIn(viewer).id)
      return c.json({ ...(await readItem(c, number)), undo: decision && undoJson(decision), told }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/roadmap/items/{number}/ideas/{thread}',
      tags,
      summary: 'Take an idea off an item',
      ...guarded(productTeam),
      request: { params: IdeaParam },
      responses: answers(RoadmapItemJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number, thread } = c.req.valid('param')
      await removeIdea(world, site, number, thread, signedIn(viewer).id)
      return c.json(await readItem(c, number), 200)
    },
  )

/** The stage of a slug; the site's first without one. */
function stageNamed(site: Site, slug: string | undefined): Step {
  const stage = slug === undefined ? site.stages[0] : site.stages.find((one) => one.slug === slug)
  if (stage) return stage
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'stage', message: 'There is no such stage.' }],
  })
}

async function readItem(c: Context<Env>, number: number) {
  const { world, site } = c.var
  const row = await findItem(world.db, site, number)
  if (!row) throw new Problem('not_found')
  return itemJson(world.config, site, row)
}

async function readStep(c: Context<Env>, number: number, step: { decision: Decision; told: number }) {
  return { item: await readItem(c, number), undo: undoJson(step.decision), told: step.told }
}
