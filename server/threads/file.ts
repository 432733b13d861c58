import type { Viewer, World } from '../context.ts'
import { authorJson } from '../members/json.ts'
import { rulingJson, type ThreadFileJson } from '../moderation/json.ts'
import { canJudge } from '../moderation/policy.ts'
import { rulingsIn } from '../moderation/queries.ts'
import { noteJson } from '../notes/json.ts'
import { afterNote, notesOn } from '../notes/queries.ts'
import { page } from '../paging.ts'
import { promotionOf } from '../roadmap/queries.ts'
import type { Site } from '../sites/queries.ts'
import { assigneeOf, mergedInto, openReportsIn, placeOf, statusDecisions } from './file_queries.ts'

const mostNotes = 100

/** What the team alone knows about a thread: with the notes on those that were merged into it. */
export async function readThreadFile(
  world: World,
  site: Site,
  viewer: Viewer,
  thread: { id: string },
): Promise<ThreadFileJson> {
  const { db, config } = world
  const judges = canJudge(viewer)
  const merged = await mergedInto(db, site.id, thread.id)
  const family = [thread.id, ...merged.map((one) => one.id)]
  const [notes, assignee, rulings, reports, demand, item, decisions] = await Promise.all([
    notesOn(db, site.id, family, undefined, mostNotes),
    assigneeOf(db, site.id, thread.id),
    rulingsIn(db, site.id, thread.id),
    openReportsIn(db, site.id, thread.id),
    promotionOf(db, site.id, [thread.id]),
    placeOf(db, site.id, thread.id),
    statusDecisions(db, site.id, thread.id),
  ])
  const { rows: shown, next } = page(notes, mostNotes, afterNote)
  return {
    notes: shown.map((note) => noteJson(config, site, note)),
    notesNext: next,
    assignee: assignee ? authorJson(config, site, assignee) : null,
    rulings: rulings.map((row) => ({
      ...rulingJson(row),
      author: judges ? authorJson(config, site, row) : null,
    })),
    reports,
    voters: demand.people,
    companies: demand.companies,
    revenue: demand.revenue,
    item: item ?? null,
    mergedFrom: merged.map(({ number, title }) => ({ number, title })),
    decisions: decisions.map(({ created_at, ...decision }) => ({
      ...decision,
      createdAt: created_at.toISOString(),
    })),
  }
}
