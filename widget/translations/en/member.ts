// The public page of a member.

const member = {
  since: (month: string) => `Here since ${month}.`,
  posts: 'Posts',
  votes: 'Voted for',
  began: 'Started',
  replied: 'Replied',
  removedThread: 'a thread that was removed',
  noPosts: 'Nothing that you may read here yet.',
  noVotes: 'No vote that you may see yet.',
  more: 'Show more',
  own: 'This is how others see you. What is shown is for you to say in your settings.',
  toSettings: 'My settings',
  missing: 'There is no such page',
  missingHint: 'This person left the community, or takes part as a guest.',
}

export default member
export type MemberWords = typeof member
