/** What members are told of. */
export const newsKinds = [
  'status',
  'roadmap',
  'reply',
  'mention',
  'thread',
  'official',
  'accepted',
  'answered',
  'assigned',
  'merged',
  'ruling',
  'suspension',
] as const
export type NewsKind = (typeof newsKinds)[number]
