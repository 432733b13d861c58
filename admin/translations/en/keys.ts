import type { ApiKeyJson } from '../../../server/api_keys/json.ts'
import { counter } from '../counting.ts'

const n = counter('en')

type Scope = ApiKeyJson['scopes'][number]

const scopes: Record<Scope, [name: string, hint: string]> = {
  read: ['Read', 'Boards, threads, replies and the published roadmap, what only the team reads included'],
  write: ['Write', 'Post threads and replies, and edit what it posted itself'],
  feedback: [
    'Handle feedback',
    'Statuses, tags, merging, assignment, notes, official answers, revenue behind ideas',
  ],
  moderation: ['Moderate', 'Read reports, hide posts and suspend members, and take that back'],
  roadmap: ['Roadmap', 'Make, change and publish items; read private ones and the demand behind them'],
  structure: ['Set up', 'Boards, segments, statuses, stages, tags and rules'],
  people: ['People', 'Names and e-mail addresses of team and members, and what your site says of these'],
  audit: ['Audit log', 'Read what the team did'],
}

export const keys = {
  words:
    'For your own programs, such as an export, a help desk or an issue tracker. Each key opens only what you tick.',
  reference: 'API reference',
  adminsOnly: 'Only admins and owners see the API keys.',
  add: 'New key',
  emptyHeading: 'No API key yet',
  emptyWords:
    'With a key, a program of yours can read the feedback, post for your help desk or keep your issue tracker and the roadmap in step.',

  adding: 'Make an API key',
  name: 'Name',
  nameHint: 'What uses it, such as “Help desk”. It stands beside what the key posts and decides.',
  nameMissing: 'Give it a name.',
  may: 'What it may do',
  scopes,
  noScope: 'Tick at least one.',
  holds: 'How long it holds',
  spans: { 30: '30 days', 90: '90 days', 365: '1 year', 730: '2 years' } as Record<number, string>,
  spanUntil: (span: string, day: string) => `${span}, until ${day}`,
  holdsHint: 'Then make another. Shorter is safer, should it get out.',
  addAct: 'Make the key',
  tooMany: 'There are fifty keys that work. End one first.',
  again: 'Making a key takes a sign-in of the last ten minutes.',

  madeTitle: (name: string) => `“${name}” is ready`,
  key: 'API key',
  once: 'Copy it now. It is shown this once and kept nowhere.',
  copied: 'Key copied',
  try: 'Try it',
  keep: 'Keep it on a server: in a web page anybody could read it, and it is refused there.',
  done: 'I have copied it',

  list: 'Keys that work',
  past: 'Keys that no longer work',
  endsIn: (days: number) => (days < 1 ? 'Expires within a day' : `Expires in ${n(days, 'day', 'days')}`),
  until: (day: string) => `until ${day}`,
  madeBy: (day: string, name: string | null) => (name ? `made on ${day} by ${name}` : `made on ${day}`),
  used: (when: string) => `last used ${when}`,
  unused: 'never used',
  lastFour: (four: string) => `ends in ${four}`,
  expired: (day: string) => `expired on ${day}`,
  ended: (day: string, name: string | null) => (name ? `ended on ${day} by ${name}` : `ended on ${day}`),
  makerGone: 'its maker no longer runs the community',

  end: 'End',
  endOne: (name: string) => `End the key “${name}”`,
  endWords: (used: string) =>
    `Every program that uses it is refused from now on (${used}). What it posted and decided stays, under its name. An ended key cannot be brought back.`,
  endAct: 'End the key',
  endedOne: (name: string) => `“${name}” ended`,
}
