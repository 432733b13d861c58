import type { BoardJson, RuleJson, StageJson, StatusJson, TagJson } from '../server/boards/json.ts'
import type { StaffMemberJson } from '../server/members/json.ts'
import type { SegmentJson } from '../server/segments/json.ts'
import { get } from './api.ts'
import { LiveValue } from './live_value.ts'

/** The site's own words and people, which every page needs and few acts change. */
export interface Community {
  boards: BoardJson[]
  segments: SegmentJson[]
  statuses: StatusJson[]
  stages: StageJson[]
  tags: TagJson[]
  rules: RuleJson[]
  staff: StaffMemberJson[]
}

const nothing: Community = {
  boards: [],
  segments: [],
  statuses: [],
  stages: [],
  tags: [],
  rules: [],
  staff: [],
}

export const community = new LiveValue<Community>(nothing)

/** How many posts are reported, for the rail; null until it is known. */
export const reportCount = new LiveValue<number | null>(null)

type Items<T> = { items: T[] }
type StaffPage = { items: StaffMemberJson[]; next: string | null }

/** Loads one part again, after an act in the settings changed it; with the boards, the segments that read them. */
export async function reload(part: keyof Community): Promise<void> {
  if (part === 'boards') await read('segments')
  await read(part)
}

async function read(part: keyof Community): Promise<void> {
  const items = part === 'staff' ? await wholeTeam() : (await get<Items<never>>(part)).items
  community.value = { ...community.value, [part]: items }
}

/** Everybody on the team, by name. A team has a limit, and so its pages have an end. */
export async function wholeTeam(signal?: AbortSignal): Promise<StaffMemberJson[]> {
  const team: StaffMemberJson[] = []
  let cursor: string | null = null
  do {
    const query = { role: 'staff', limit: 100, cursor }
    const page: StaffPage = await get('members', query, signal)
    team.push(...page.items)
    cursor = page.next
  } while (cursor)
  return team
}

export async function loadCommunity(): Promise<void> {
  const parts = Object.keys(nothing) as (keyof Community)[]
  await Promise.all(parts.map(read))
}

export async function countReports(): Promise<void> {
  const { total } = await get<{ total: number }>('reports', { limit: 1 })
  reportCount.value = total
}

export const statusOf = (slug: string | null) => community.value.statuses.find((s) => s.slug === slug)
export const stageOf = (slug: string | null) => community.value.stages.find((s) => s.slug === slug)
export const boardOf = (slug: string) => community.value.boards.find((b) => b.slug === slug)
export const segmentOf = (slug: string | null) => community.value.segments.find((s) => s.slug === slug)
export const tagOf = (slug: string) => community.value.tags.find((t) => t.slug === slug)
