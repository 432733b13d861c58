import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { revisionFrom } from '../input.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { type Step, siteWithWords, type Word } from '../sites/queries.ts'
import { NewStep, NewTag, type NewWord, Order, StepEdit, TagEdit, type WordEdit, WordParam } from './input.ts'
import { StageJson, StatusJson, stepJson, TagJson, tagJson } from './json.ts'
import { putOrder } from './order.ts'
import { deleteWord, editWord, findWord, makeWord, stages, statuses, tags, type WordKind } from './word.ts'

interface Shape {
  json: z.ZodType<StatusJson | TagJson>
  draft: z.ZodType<NewWord>
  edit: z.ZodType<WordEdit>
  present(word: Word | Step): StatusJson | TagJson
}

const step = { draft: NewStep, edit: StepEdit, present: (word: Word | Step) => stepJson(word as Step) }

/** Statuses, stages and tags as the admin makes, changes, orders and deletes them. */
export const wordActs = routes()
  .route('/', actsOn(statuses, { json: StatusJson, ...step }))
  .route('/', actsOn(stages, { json: StageJson, ...step }))
  .route('/', actsOn(tags, { json: TagJson, draft: NewTag, edit: TagEdit, present: tagJson }))

function actsOn(kind: WordKind, shape: Shape) {
  const { json, draft, edit, present } = shape
  const { table, noun } = kind

  return routes()
    .openapi(
      createRoute({
        method: 'post',
        path: `/${table}`,
        tags: [table],
        summary: `Make a ${noun}`,
        ...guarded(admins),
        request: body(draft),
        responses: answers(json, 201),
      }),
      async (c) =>
        idempotent(c, async () => {
          const { world, site, viewer } = c.var
          const slug = await makeWord(world, site.id, kind, c.req.valid('json'), signedIn(viewer).id)
          return c.json(present(await reread(c, slug)), 201)
        }),
    )
    .openapi(
      createRoute({
        method: 'put',
        path: `/${table}/order`,
        tags: [table],
        summary: `Put all ${table} into an order`,
        ...guarded(admins),
        request: body(Order),
        responses: answers(z.object({ items: z.array(json) })),
      }),
      async (c) => {
        const { world, site, viewer } = c.var
        await putOrder(world, site.id, table, c.req.valid('json').items, signedIn(viewer).id)
        const words: (Word | Step)[] = (await siteWithWords(world.db, site.slug))?.[table] ?? []
        return c.json({ items: words.map(present) }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'patch',
        path: `/${table}/{word}`,
        tags: [table],
        summary: `Change a ${noun}, from the revision in If-Match`,
        ...guarded(admins),
        request: { params: WordParam, ...body(edit) },
        responses: answers(json),
      }),
      async (c) => {
        const { world, site, viewer } = c.var
        const word = find(c, c.req.valid('param').word)
        await editWord(world, site.id, kind, word, c.req.valid('json'), revisionFrom(c), signedIn(viewer).id)
        return c.json(present(await reread(c, word.slug)), 200)
      },
    )
    .openapi(
      createRoute({
        method: 'delete',
        path: `/${table}/{word}`,
        tags: [table],
        summary: `Delete a ${noun} that is not in use`,
        ...guarded(admins),
        request: { params: WordParam },
        responses: nothing,
      }),
      async (c) => {
        const { world, site, viewer } = c.var
        await deleteWord(world, site.id, kind, find(c, c.req.valid('param').word), signedIn(viewer).id)
        return c.body(null, 204)
      },
    )

  function find(c: Context<Env>, slug: string): Word | Step {
    const word = findWord(c.var.site, kind, slug)
    if (!word) throw new Problem('not_found')
    return word
  }

  /** A word after a change; the site that the request came with is from before it. */
  async function reread(c: Context<Env>, slug: string): Promise<Word | Step> {
    const site = await siteWithWords(c.var.world.db, c.var.site.slug)
    const word = site && findWord(site, kind, slug)
    if (!word) throw new Problem('not_found')
    return word
  }
}
