/** What members are told of. */
export const newsKinds = [
  'status',
  'roadmap',
  'reply',
  'mention',
  'thread',
  'official',
  'accepted',
  'assigned',
  'merged',
  'ruling',
  'suspension',
] as const
export type NewsKind = (typeof newsKinds)[number]
