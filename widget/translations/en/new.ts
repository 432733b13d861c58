import type { Category, Kind } from '../../../server/words.ts'
import { counting } from '../counting.ts'
import compose from './compose.ts'

// The form of a new thread.

const { plural } = counting('en')

const fresh = {
  compose,
  kinds: {
    idea: {
      name: 'Idea',
      heading: 'New idea',
      purpose: 'One wish per idea, so that others can vote for exactly that.',
      title: 'What would help you?',
      body: 'What happens today, and what does it cost you?',
      send: 'Post idea',
      posted: 'Your idea is posted.',
    },
    question: {
      name: 'Question',
      heading: 'Ask a question',
      purpose: 'The team and other members answer. Say what you tried, so that nobody tells you twice.',
      title: 'What would you like to know?',
      body: 'What did you try, and what happened?',
      send: 'Post question',
      posted: 'Your question is posted.',
    },
    discussion: {
      name: 'Discussion',
      heading: 'New discussion',
      purpose: 'For what is neither a wish nor a question.',
      title: 'What is it about?',
      body: 'What would you like to say?',
      send: 'Post discussion',
      posted: 'Your discussion is posted.',
    },
  } as Record<
    Kind,
    {
      name: string
      heading: string
      purpose: string
      title: string
      body: string
      send: string
      posted: string
    }
  >,
  similarIdeas: 'Is it one of these? A vote counts as much as a new idea.',
  similarOthers: 'Is your answer already here?',
  similarFound: (count: number) =>
    `${plural(count, 'similar thread', 'similar threads')} found below the title.`,
  replies: (count: number) => plural(count, 'reply', 'replies'),
  withOfficial: 'official answer',
  board: 'Board',
  kind: 'Kind',
  tags: 'Tags',
  tagsHint: 'up to 3',
  addTag: 'Add a tag',
  add: 'Add',
  remove: (tag: string) => `Remove ${tag}`,
  rules: 'How we talk here',
  next: 'What happens next.',
  nextShown: 'It is shown at once, with your name.',
  nextAnswer: (promise: string) => `We usually answer ${promise}.`,
  nextDecision: 'Every idea gets a decision, with the reason, and you hear of it.',
  leave: 'Leave it as a draft',
  kept: 'Your draft is kept on this device.',
  titleShort: 'Give it a title of at least 4 characters.',
  titleLong: (over: number) => `The title is ${plural(over, 'character', 'characters')} too long.`,
  bodyEmpty: 'Say a few words about it.',
  boardGone: (board: string) =>
    `“${board}” is not there any more, or not open to you. Your text is kept; choose another board.`,
  kindGone: (kind: string, board: string) =>
    `“${board}” takes no more of the kind “${kind}”. Your text is kept; see what it would be now.`,
  tagsGone: (names: string[]) =>
    `${names.length > 1 ? 'These tags are' : 'This tag is'} not there any more and taken out: ${names.join(', ')}.`,
  closed: 'New threads are not possible in this board.',
  path: 'Where an idea goes',
  steps: {
    open: 'Gathers votes and arguments. We answer.',
    review: 'Somebody of the team is looking into it.',
    planned: 'We will do it.',
    building: 'Under way.',
    shipped: 'It is out, and you hear of it.',
    closed: 'Closed, with the reason.',
  } as Record<Category, string>,
}

export default fresh
export type NewWords = typeof fresh
