import { z } from '@hono/zod-openapi'
import { StageJson, stepJson } from '../boards/json.ts'
import type { Config } from '../config.ts'
import { avatarOf } from '../members/json.ts'
import { UndoJson } from '../moderation/json.ts'
import type { Site } from '../sites/queries.ts'
import { stageById } from '../sites/words.ts'
import { MomentJson } from '../words.ts'
import type { CardRow, ItemRow } from './queries.ts'

/** A card of the public roadmap. `people` counts the voters of its ideas, each once. */
export const RoadmapCardJson = z
  .object({
    number: z.int(),
    title: z.string(),
    summary: z.string(),
    stage: z.string(),
    expectedOn: z.iso.date().nullable(),
    votes: z.int(),
    people: z.int(),
    ideas: z.array(z.object({ number: z.int(), title: z.string(), votes: z.int() })),
    publishedAt: MomentJson.nullable(),
  })
  .openapi('RoadmapCard')
export type RoadmapCardJson = z.infer<typeof RoadmapCardJson>

export const RoadmapJson = z
  .object({ stages: z.array(StageJson.extend({ items: z.array(RoadmapCardJson) })) })
  .openapi('Roadmap')
export type RoadmapJson = z.infer<typeof RoadmapJson>

/** A card as the product team sees it: private ones too, with owner and revision. */
export const RoadmapItemJson = RoadmapCardJson.extend({
  revision: z.int(),
  position: z.string(),
  owner: z.object({ id: z.uuid(), name: z.string(), avatar: z.string().nullable() }).nullable(),
  createdAt: MomentJson,
}).openapi('RoadmapItem')
export type RoadmapItemJson = z.infer<typeof RoadmapItemJson>

export const PlanJson = z
  .object({ stages: z.array(StageJson.extend({ items: z.array(RoadmapItemJson) })) })
  .openapi('Plan')
export type PlanJson = z.infer<typeof PlanJson>

/** An item after a step. `told`: how many hear of it, each once. */
export const ItemStepJson = z
  .object({ item: RoadmapItemJson, undo: UndoJson, told: z.int() })
  .openapi('ItemStep')
export type ItemStepJson = z.infer<typeof ItemStepJson>

/** An item that is private again. */
export const ItemWithdrawnJson = z.object({ item: RoadmapItemJson }).openapi('ItemWithdrawn')

/** An item after an idea was added. There is something to undo where the item is published. */
export const ItemWithIdeaJson = RoadmapItemJson.extend({ undo: UndoJson.nullable(), told: z.int() }).openapi(
  'ItemWithIdea',
)

/**
 * Who stands behind some ideas, each person, company and revenue counted once. `following`: how many of the ideas follow
 * a published item. `told`: how many people would hear of a decision about them, each once, whoever asks aside.
 */
export const PromotionJson = z
  .object({ people: z.int(), companies: z.int(), revenue: z.number(), following: z.int(), told: z.int() })
  .openapi('Promotion')

function cardJson(site: Site, row: CardRow): RoadmapCardJson {
  return {
    number: row.number,
    title: row.title,
    summary: row.summary,
    stage: stageById(site, row.stage_id)?.slug ?? '',
    expectedOn: row.expected_on,
    votes: row.votes,
    people: row.people,
    ideas: row.ideas,
    publishedAt: row.published_at?.toISOString() ?? null,
  }
}

export function itemJson(config: Config, site: Site, row: ItemRow): RoadmapItemJson {
  const owner = row.owner_id && row.owner_name !== null ? { id: row.owner_id, name: row.owner_name } : null
  return {
    ...cardJson(site, row),
    revision: row.revision,
    position: row.position,
    owner: owner && {
      ...owner,
      avatar: avatarOf(config, site.id, { avatar_url: row.owner_avatar, picture_id: row.owner_picture }),
    },
    createdAt: row.created_at.toISOString(),
  }
}

export function roadmapJson(site: Site, rows: CardRow[]): RoadmapJson {
  const byStage = Map.groupBy(rows, (row) => row.stage_id)
  const items = (id: string) => (byStage.get(id) ?? []).map((row) => cardJson(site, row))
  return { stages: site.stages.map((stage) => ({ ...stepJson(stage), items: items(stage.id) })) }
}

export function planJson(config: Config, site: Site, rows: ItemRow[]): PlanJson {
  const byStage = Map.groupBy(rows, (row) => row.stage_id)
  const items = (id: string) => (byStage.get(id) ?? []).map((row) => itemJson(config, site, row))
  return { stages: site.stages.map((stage) => ({ ...stepJson(stage), items: items(stage.id) })) }
}
