import { counter } from '../counting.ts'

const n = counter('en')

export const roadmap = {
  title: 'Roadmap',
  published: (count: number) => `${count} published`,
  private: (count: number) => `${count} private`,
  isPublished: 'Published',
  isPrivate: 'Private',
  stages: 'Stages',
  newItem: 'Item',
  addTo: (stage: string) => `Add an item to ${stage}`,
  emptyLane: 'Nothing here yet',
  emptyHeading: 'The roadmap is empty',
  emptyWords:
    'A roadmap item gathers the ideas that ask for the same thing. It is private until you publish it, and its voters then hear of every step.',
  emptyStep: 'Make the first item',
  readOnly: 'Only the product team, admins and owners change the roadmap.',
  itemMenu: (title: string) => `More about “${title}”`,
  moveTo: 'Move to…',
  moveUp: 'Move up',
  moveDown: 'Move down',
  publish: 'Publish…',
  unpublish: 'Make private',
  archive: 'Archive…',

  // What the foot of the page says while an item is moved.
  held: (title: string, stage: string, place: number, of: number) =>
    `“${title}” picked up: ${stage}, place ${place} of ${of}`,
  at: (title: string, stage: string, place: number, of: number) =>
    `“${title}”: ${stage}, place ${place} of ${of}`,
  putBack: (title: string) => `“${title}” put back`,
  moved: (title: string, stage: string) => `“${title}” moved to ${stage}`,
  movedTold: (title: string, stage: string, people: number) =>
    `“${title}” moved to ${stage}. ${n(people, 'person is', 'people are')} told in 12 s`,
  reordered: (title: string, place: number) => `“${title}” is at place ${place}`,

  moveHead: (title: string) => `Move “${title}” to`,
  here: 'here',
  /** `people`: how many; undefined where it is not counted. */
  moveTold: (title: string, stage: string, people: number | undefined, ideas: number) => {
    const read = `Customers will read: “${title}” is now: ${stage}.`
    if (ideas === 0) return `${read} It has no ideas yet, so nobody is told.`
    if (people === 0) return `${read} Nobody is told: nobody else wrote, voted for or follows its ideas.`
    const told =
      people === undefined
        ? 'Whoever wrote, voted for or follows its ideas is'
        : n(people, 'person is', 'people are')
    return `${read} ${told} told once; you can undo for 12 s.`
  },
  movePrivate: 'It is private: nobody is told.',

  publishTitle: (title: string) => `Publish “${title}”`,
  publishRead: 'What customers will read',
  publishLine: (title: string) => `“${title}” is on the roadmap`,
  publishNobody: 'It has no ideas yet, so nobody is told.',
  publishIdeas: (count: number) =>
    count === 0
      ? 'It has no ideas yet.'
      : `${n(count, 'idea shows', 'ideas show')} a link to it and ${count === 1 ? 'follows' : 'follow'} its stage from now on.`,
  publishAct: 'Publish',
  publishedDone: (title: string) => `“${title}” is published`,
  unpublishedDone: (title: string) => `“${title}” is private again. Its ideas no longer show it.`,

  archiveTitle: (title: string) => `Archive “${title}”`,
  archiveWords:
    'It leaves the roadmap for the team and for customers. Its ideas stay, with the status they have.',
  archiveAct: 'Archive',
  archived: (title: string) => `“${title}” is archived`,

  newTitle: 'New roadmap item',
  itemTitle: (number: number) => `Roadmap item ${number}`,
  name: 'Name',
  nameHint: 'What customers will read, in a few words',
  summary: 'Summary',
  summaryHint: 'One or two sentences: the problem, and what you plan. Shown once it is published.',
  expected: 'Expected month',
  expectedHint: 'Leave it empty as long as you do not know.',
  expectedWrong: 'Write the month as 2027-03.',
  owner: 'Owner',
  stage: 'Stage',
  ideas: 'Ideas',
  ideasCount: (count: number, people: number) =>
    `${n(count, 'idea', 'ideas')}, ${n(people, 'person', 'people')}`,
  noIdeas: 'No idea yet. Add those that ask for it, so that their voters hear of it.',
  removeIdea: (title: string) => `Remove “${title}”`,
  addIdea: 'Add an idea',
  addIdeaHint: 'Number or words of the title',
  addIdeaNothing: 'No idea found. Try other words.',
  create: 'Make the item',
  created: (title: string) => `“${title}” is on the roadmap, private`,
  savedItem: (title: string) => `“${title}” saved`,
  notFound: 'This item is not on the roadmap, or no longer.',
  stale: 'Somebody changed this item meanwhile. Your words are kept below; save again to replace theirs.',
  keys: {
    stage: 'stage',
    item: 'item',
    hold: 'pick up, put down',
    move: 'move to…',
    publish: 'publish',
    back: 'put back',
    make: 'new item',
  },
}
