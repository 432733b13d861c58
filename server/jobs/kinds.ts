import type { Mail } from '../lib/mailer.ts'
import type { Erasure } from '../members/erase.ts'
import type { FollowersNews } from '../subscriptions/tell_followers.ts'

/** Every queue and what its jobs carry. */
export interface Work {
  mail: Mail
  followers: FollowersNews
  news: Record<string, never>
  counters: Record<string, never>
  sweep: Record<string, never>
  guests: Record<string, never>
  erasures: Erasure
  texts: Record<string, never>
  statistics: Record<string, never>
}

export type QueueName = keyof Work
export const queueNames: QueueName[] = [
  'mail',
  'followers',
  'news',
  'counters',
  'sweep',
  'guests',
  'erasures',
  'texts',
  'statistics',
]

/** What the installation does by itself, by the clock. */
export const upkeepWorks = [
  'news',
  'texts',
  'statistics',
  'sweep',
  'counters',
  'guests',
] as const satisfies QueueName[]
export type UpkeepWork = (typeof upkeepWorks)[number]

/** What a job is about, in words that an admin knows. */
export const jobAbouts = ['code', 'invitation', 'provider', 'followers', 'erasure'] as const
export type JobAbout = (typeof jobAbouts)[number]

export type Handlers = { [Name in QueueName]: (data: Work[Name]) => Promise<void> }
