import type { ReactionName } from '../../server/reactions/json.ts'

/** The reactions in their order, each as people see it. */
export const reactionSigns: Record<ReactionName, string> = {
  like: '👍',
  love: '❤️',
  celebrate: '🎉',
  laugh: '😄',
  think: '🤔',
  eyes: '👀',
}

export const reactionNames = Object.keys(reactionSigns) as ReactionName[]
