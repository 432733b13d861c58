import { z } from '@hono/zod-openapi'
import type { Board, Rule, Segment, Step, Word } from '../sites/queries.ts'
import { BoardIconJson, CategoryJson, KindJson, MomentJson, NamesJson, SortJson } from '../words.ts'
import type { ArchivedBoard } from './queries.ts'

export const BoardJson = z
  .object({
    slug: z.string(),
    name: z.string(),
    names: NamesJson,
    purposes: NamesJson,
    kinds: z.array(KindJson),
    visibility: z.enum(['public', 'members', 'staff', 'segment']),
    /** The segment that may read it, for staff alone: its name may say what its members should not hear. */
    segment: z.string().nullable(),
    defaultSort: SortJson,
    icon: BoardIconJson.nullable(),
    revision: z.int(),
    /** Threads listed in the board; 10,000 stands for that many or more. */
    threads: z.int().describe('10,000 stands for that many or more'),
  })
  .openapi('Board')
export type BoardJson = z.infer<typeof BoardJson>

/** A board out of sight, as admins see it. */
export const ArchivedBoardJson = BoardJson.extend({ archivedAt: MomentJson }).openapi('ArchivedBoard')
export type ArchivedBoardJson = z.infer<typeof ArchivedBoardJson>

export const StatusJson = z
  .object({ slug: z.string(), name: z.string(), names: NamesJson, category: CategoryJson, revision: z.int() })
  .openapi('Status')
export type StatusJson = z.infer<typeof StatusJson>

export const StageJson = StatusJson.openapi('Stage')
export type StageJson = z.infer<typeof StageJson>

export const TagJson = z
  .object({ slug: z.string(), name: z.string(), names: NamesJson, revision: z.int() })
  .openapi('Tag')
export type TagJson = z.infer<typeof TagJson>

export const RuleJson = z
  .object({ number: z.int(), version: z.int(), name: z.string(), names: NamesJson })
  .openapi('Rule')
export type RuleJson = z.infer<typeof RuleJson>

/** `segments`: those that whoever reads this may know of. */
export function boardJson(board: Board, threads: number, segments: Segment[]): BoardJson {
  return {
    slug: board.slug,
    name: board.name,
    names: board.names,
    purposes: board.purposes,
    kinds: board.kinds,
    visibility: board.visibility,
    segment: segments.find((segment) => segment.id === board.segment_id)?.slug ?? null,
    defaultSort: board.default_sort,
    icon: board.icon,
    revision: board.revision,
    threads,
  }
}

export function archivedBoardJson(
  board: ArchivedBoard,
  threads: number,
  segments: Segment[],
): ArchivedBoardJson {
  return { ...boardJson(board, threads, segments), archivedAt: board.archived_at.toISOString() }
}

/** A status or a stage. */
export function stepJson(step: Step): StatusJson {
  return {
    slug: step.slug,
    name: step.name,
    names: step.names,
    category: step.category,
    revision: step.revision,
  }
}

export function tagJson(tag: Word): TagJson {
  return { slug: tag.slug, name: tag.name, names: tag.names, revision: tag.revision }
}

export function ruleJson(rule: Rule): RuleJson {
  return { number: rule.number, version: rule.version, name: rule.name, names: rule.names }
}
