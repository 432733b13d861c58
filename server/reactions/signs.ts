/** The reactions that a post can be given, in their order, each as people see it. */
export const reactionSigns = {
  like: '👍',
  love: '❤️',
  celebrate: '🎉',
  laugh: '😄',
  think: '🤔',
  eyes: '👀',
} as const

export type ReactionName = keyof typeof reactionSigns
export const reactionNames = Object.keys(reactionSigns) as ReactionName[]
