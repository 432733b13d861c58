import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { Reader } from '../context.ts'
import type { Board, Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'

/** Items of a stage that readers are shown, and that the plan holds. A stage takes no more than the plan shows. */
export const shownPerStage = 100
export const mostPerStage = 500

/** A card with the ideas that its reader may read. */
export interface CardRow {
  id: string
  number: number
  title: string
  summary: string
  stage_id: string
  expected_on: string | null
  published_at: Date | null
  ideas: { number: number; title: string; votes: number }[]
  votes: number
  people: number
}

export interface ItemRow extends CardRow {
  position: string
  revision: number
  created_at: Date
  owner_id: string | null
  owner_name: string | null
  owner_avatar: string | null
  owner_picture: string | null
}

const itemColumns = `site_id, id, number, title, summary, stage_id, position, expected_on, published_at, created_at,
  owner_id, revision`

const cardColumns = `i.id, i.number, i.title, i.summary, i.stage_id, i.expected_on, i.published_at,
  coalesce(x.ideas, '[]') as ideas, coalesce(x.votes, 0) as votes, coalesce(p.people, 0) as people`

// Merged and hidden ideas are not listed, so they are on no card and count for none. Votes are read idea by idea
// (`offset 0` keeps it so): where most sites are small, all votes of the site seem few, and in a large one are not.
const cardJoins = `
left join lateral (
  select json_agg(json_build_object('number', c.number, 'title', t.title, 'votes', c.vote_count)
      order by c.vote_count desc, c.number) as ideas,
    sum(c.vote_count) as votes, array_agg(c.thread_id) as ids
  from roadmap_ideas ri
  join thread_counters c on c.site_id = ri.site_id and c.thread_id = ri.thread_id and c.listed and c.board_id = any($2::uuid[])
  join threads t on t.site_id = ri.site_id and t.id = ri.thread_id
  where ri.site_id = i.site_id and ri.item_id = i.id) x on true
left join lateral (
  select count(distinct v.member_id) as people from unnest(x.ids) as idea(id)
  cross join lateral (
    select member_id from votes where site_id = i.site_id and thread_id = idea.id offset 0) v) p on true`

/** Walks each stage along its own index, so that the work is bounded by what is shown. */
const byStage = (which: string, most: number) => `
with shown as materialized (
  select w.* from unnest($3::uuid[]) as s(id) cross join lateral (
    select ${itemColumns} from roadmap_items
    where site_id = $1 and stage_id = s.id and ${which} order by position, id limit ${most}) w)`

/** The public roadmap in one statement. */
export const roadmapText = `${byStage('published_at is not null and archived_at is null', shownPerStage)}
select ${cardColumns} from shown i ${cardJoins} order by i.stage_id, i.position, i.id`

export function roadmapCards(db: Db, site: Site, reader: Reader): Promise<CardRow[]> {
  return hot<CardRow>(db, roadmapText, [site.id, idsOf(boardsFor(site, reader)), stageIds(site)])
}

const ownerColumns = `i.position, i.revision, i.created_at, i.owner_id, o.name as owner_name,
  o.avatar_url as owner_avatar, o.picture_id as owner_picture`

const ownerJoin = 'left join members o on o.site_id = i.site_id and o.id = i.owner_id and o.erased_at is null'

export const planText = `${byStage('archived_at is null', mostPerStage)}
select ${cardColumns}, ${ownerColumns} from shown i ${cardJoins} ${ownerJoin} order by i.stage_id, i.position, i.id`

/** All items of the site, private ones too, for staff. */
export function planItems(db: Db, site: Site): Promise<ItemRow[]> {
  return hot<ItemRow>(db, planText, [site.id, idsOf(site.boards), stageIds(site)])
}

const idsOf = (boards: Board[]) => boards.map((board) => board.id)
const stageIds = (site: Site) => site.stages.map((stage) => stage.id)

const itemText = `
select ${cardColumns}, ${ownerColumns} from roadmap_items i ${cardJoins} ${ownerJoin}
where i.site_id = $1 and i.number = $3 and i.archived_at is null`

/** One item, private or not, for staff. */
export async function findItem(db: Db, site: Site, number: number): Promise<ItemRow | undefined> {
  return (await hot<ItemRow>(db, itemText, [site.id, idsOf(site.boards), number]))[0]
}

/** Whom some ideas concern, and how many of them follow a published item, which a status set by hand ends. */
export interface Promotion {
  people: number
  companies: number
  revenue: number
  following: number
}

/** The people who voted for any of some ideas, their companies and what those pay, each counted once. */
export async function promotionOf(db: Db, siteId: string, threadIds: string[]): Promise<Promotion> {
  const { rows } = await sql<Promotion>`
    with voters as materialized (
      select distinct v.member_id from votes v where v.site_id = ${siteId} and v.thread_id = any(${threadIds}::uuid[])),
    employers as materialized (
      select distinct m.company_id from voters join members m on m.site_id = ${siteId} and m.id = voters.member_id
      where m.company_id is not null)
    select (select count(*) from voters) as people, count(*) as companies, coalesce(sum(c.revenue), 0) as revenue,
      (select count(*) from roadmap_ideas ri join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id
        where ri.site_id = ${siteId} and ri.thread_id = any(${threadIds}::uuid[]) and ri.detached_at is null
          and i.published_at is not null and i.archived_at is null) as following
    from employers join companies c on c.site_id = ${siteId} and c.id = employers.company_id`.execute(db)
  return rows[0]!
}
