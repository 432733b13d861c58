import { type Db, hot } from '../../db/connect.ts'
import type { LimitKind } from '../limits/kinds.ts'
import type { SegmentRule } from '../segments/json.ts'
import type { BoardIcon, Category, Kind, Locale, Names, Sort } from '../words.ts'

export interface Board {
  id: string
  slug: string
  name: string
  names: Names
  purposes: Names
  kinds: Kind[]
  visibility: 'public' | 'members' | 'staff' | 'segment'
  /** The segment that alone may read it, beside staff. */
  segment_id: string | null
  /** The key that its readers hold (`visibleTo`). */
  readers: string
  default_sort: Sort
  icon: BoardIcon | null
  position: string
  revision: number
}

export interface Word {
  id: string
  slug: string
  name: string
  names: Names
  position: string
  revision: number
}

/** A status of an idea, or a stage of the roadmap. */
export interface Step extends Word {
  category: Category
}

/** Those of whom a rule holds. */
export interface Segment extends Word {
  rule: SegmentRule
}

export interface Rule {
  number: number
  version: number
  name: string
  names: Names
}

export interface SiteTexts {
  titles?: Names
  purposes?: Names
  promises?: Names
}

export interface SiteSettings {
  showCompany?: boolean
  emailSignIn?: boolean
  /** Visitors may take part as guests of their device; not unless it says so. */
  guests?: boolean
  /** The page of the host on which the widget stands; of one of the origins. */
  hostPage?: string | null
  /** Its page for readers of one language, where that is another one; of one of the origins too. */
  hostPages?: Names
  /** How many of a kind of act are allowed, where it is not the usual number. */
  limits?: Partial<Record<LimitKind, number>>
  /** On the demo's site alone: the port of its host page, whose origin is kept right when it changes. */
  demoPort?: number
}

/** A site with the words it is made of, all small in number and read by nearly every request. */
export interface Site {
  id: string
  slug: string
  name: string
  locale: Locale
  texts: SiteTexts
  settings: SiteSettings
  /** What signs the addresses of images that not everybody may see. */
  image_key: string
  origins: string[]
  boards: Board[]
  statuses: Step[]
  stages: Step[]
  tags: Word[]
  segments: Segment[]
  rules: Rule[]
}

// One statement, because this is read anew after each change of the site's structure.
const siteBySlug = `
select s.id, s.slug, s.name, s.locale, s.texts, s.settings, s.image_key,
  (select coalesce(json_agg(o.origin), '[]') from site_origins o where o.site_id = s.id) as origins,
  (select coalesce(json_agg(b order by b.position, b.slug), '[]') from (
    select id, slug, name, names, purposes, kinds, visibility, segment_id, readers, default_sort, icon, position, revision
    from boards where site_id = s.id and archived_at is null limit 100) b) as boards,
  (select coalesce(json_agg(w order by w.position, w.slug), '[]') from (
    select id, slug, name, names, category, position, revision from statuses where site_id = s.id limit 100) w) as statuses,
  (select coalesce(json_agg(w order by w.position, w.slug), '[]') from (
    select id, slug, name, names, category, position, revision from stages where site_id = s.id limit 100) w) as stages,
  (select coalesce(json_agg(w order by w.position, w.slug), '[]') from (
    select id, slug, name, names, position, revision from tags where site_id = s.id limit 500) w) as tags,
  (select coalesce(json_agg(w order by w.position, w.slug), '[]') from (
    select id, slug, name, names, rule, position, revision from segments where site_id = s.id limit 100) w) as segments,
  (select coalesce(json_agg(r order by r.number), '[]') from (
    select distinct on (number) number, version, name, names
    from rules where site_id = s.id and retired_at is null order by number, version desc limit 100) r) as rules
from sites s where s.slug = $1`

export async function siteWithWords(db: Db, slug: string): Promise<Site | undefined> {
  return (await hot<Site>(db, siteBySlug, [slug]))[0]
}

/** The slug of a site, where a job knows its id. */
export async function slugOf(db: Db, siteId: string): Promise<string | undefined> {
  return (await hot<{ slug: string }>(db, 'select slug from sites where id = $1', [siteId]))[0]?.slug
}

/** All sites, oldest first, for the operator. Bounded, as no installation is expected to hold more. */
export async function allSites(db: Db) {
  return db
    .selectFrom('sites')
    .select(['slug', 'name', 'locale', 'created_at'])
    .orderBy('created_at')
    .orderBy('id')
    .limit(1000)
    .execute()
}

/** The slug of the one site of an installation; undefined where there are several, or none yet. */
export async function onlySite(db: Db): Promise<string | undefined> {
  const [first, ...others] = await db.selectFrom('sites').select('slug').limit(2).execute()
  return others.length ? undefined : first?.slug
}

/** A board's threads are counted up to here, so that a count costs no more where there are more. */
export const mostCounted = 10_000

const countPerBoard = `
select b.id as board_id, (select count(*) from (select from thread_counters c
  where c.site_id = b.site_id and c.board_id = b.id and c.listed limit ${mostCounted}) as few) as threads
from boards b where b.site_id = $1`

/** Threads shown in each board, by the board's id; `mostCounted` stands for that many or more. */
export async function threadsPerBoard(db: Db, siteId: string): Promise<Map<string, number>> {
  const rows = await hot<{ board_id: string; threads: number }>(db, countPerBoard, [siteId])
  return new Map(rows.map((row) => [row.board_id, row.threads]))
}
