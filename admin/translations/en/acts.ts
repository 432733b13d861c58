import { counter } from '../counting.ts'

const n = counter('en')

/** The acts on one thread or many, with what others read because of them. */
export const acts = {
  undone: 'Taken back. Nobody was told.',
  undoOvertaken:
    'This can no longer be taken back: somebody has changed it again since. It stays as it is now.',
  undoHint: 'You can undo for 12 seconds before anyone is told.',
  status: 'Status',
  tag: 'Tag',
  merge: 'Merge',
  promote: 'Promote to roadmap',
  promoteShort: 'Promote',
  assign: 'Assign',
  threads: (count: number) => n(count, 'thread', 'threads'),

  statusTitle: (count: number, title: string) =>
    count === 1 ? `Status of “${title}”` : `Status of ${n(count, 'thread', 'threads')}`,
  statusWhich: 'Where does it stand now?',
  statusNow: 'now',
  statusNote: 'Why, in words everybody reads',
  statusNoteHint: 'Shown in the thread and sent to those who voted or follow.',
  statusRead: 'What they will read who hear of it',
  statusLine: (title: string, status: string) => `“${title}” is now: ${status}`,
  statusLines: (status: string) => `Ideas that you wrote, voted for or follow are now: ${status}`,
  /** `people`: how many; undefined where it is not counted. */
  statusTold: (people: number | undefined, ideas: number) => {
    const them = ideas === 1 ? 'it' : 'them'
    if (people === undefined)
      return `Whoever wrote, voted for or follows ${them} is told once, after 12 seconds.`
    if (people === 0) return `Nobody is told: nobody else wrote, voted for or follows ${them}.`
    return `${n(people, 'person is', 'people are')} told once, after 12 seconds: whoever wrote, voted for or follows ${them}.`
  },
  statusOnlyIdeas: 'Only ideas have a status. The other threads of the selection are left as they are.',
  statusDetaches: (following: number, all: number) =>
    all === 1
      ? 'It follows a roadmap item now; a status set by hand detaches it.'
      : `${n(following, 'idea follows', 'ideas follow')} a roadmap item now; a status set by hand detaches ${following === 1 ? 'it' : 'them'}.`,
  statusAct: 'Change the status',
  statusDone: (count: number, status: string, told: number) =>
    count === 1
      ? `Status changed to ${status}${told > 0 ? `. ${n(told, 'person hears', 'people hear')} of it in 12 s` : ''}`
      : `Status of ${n(count, 'idea', 'ideas')} changed to ${status}`,
  statusMeanwhile: (by: string | null, status: string) =>
    `${by ?? 'Somebody'} set the status to “${status}” meanwhile. Nothing was changed. Choose again if it shall be another.`,
  statusSkipped: (count: number) => `${n(count, 'thread', 'threads')} could not be changed.`,

  tagTitle: (count: number) => `Tags of ${n(count, 'thread', 'threads')}`,
  tagFind: 'Find a tag',
  tagSome: 'on some',
  tagNone: 'There are no tags yet.',
  tagNoneStep: 'Make tags in the settings',
  tagNoMatch: 'No tag has this name.',
  tagFirst: (name: string, on: 'none' | 'some' | 'all') =>
    `${on === 'all' ? `“${name}” is on.` : on === 'some' ? `“${name}” is on some.` : `“${name}” is not on.`} Enter ${on === 'all' ? 'takes it off' : 'puts it on'}.`,
  tagAct: 'Save the tags',
  tagDone: (count: number) => `Tags changed on ${n(count, 'thread', 'threads')}`,

  mergeTitle: (count: number) => `Merge ${n(count, 'thread', 'threads')}`,
  mergeTitleInto: (title: string) => `Merge “${title}” into another`,
  mergeInto: 'Which one stays?',
  mergeFind: 'Find another thread',
  mergeFindHint: 'Number or words of the title',
  mergeNothing: 'No thread found. Try other words.',
  mergeVotes: 'Votes are united, each person counted once.',
  mergeReplies: 'Replies come together in one story, and say where they came from.',
  mergeAddress: 'The old addresses lead to the thread that stays.',
  mergeLeaves: (item: string) =>
    `“${item}” on the roadmap loses what is merged: the thread that stays is on another item.`,
  mergeTold: 'Whoever wrote, voted for or follows what is merged is told once.',
  mergeFinal: 'A merge cannot be undone.',
  mergeRefused:
    'Only threads of the same kind can be merged, and none that is hidden or merged already. Nothing was changed.',
  mergeAct: 'Merge',
  mergeDone: (count: number, title: string) => `${n(count, 'thread', 'threads')} merged into “${title}”`,

  promoteTitle: (count: number) =>
    count === 1 ? 'Promote to the roadmap' : `Promote ${count} ideas to one item`,
  promoteName: 'Name on the roadmap',
  promoteStage: 'Stage',
  promoteOwner: 'Owner',
  promotePrivate: (people: number, ideas: number) =>
    people === 0
      ? 'Private until you publish it. Then the authors hear of it, and the ideas show a link to it.'
      : `Private until you publish it. Then ${n(people, 'voter', 'voters')} and the ${ideas === 1 ? 'author' : 'authors'} hear of it once, and ${ideas === 1 ? 'the idea shows' : 'the ideas show'} a link.`,
  promoteExisting: 'Add to an existing item…',
  promoteNew: 'Make a new item…',
  promoteItem: 'Roadmap item',
  promoteItemPublished: (people: number) =>
    `This item is published: ${people === 0 ? 'the authors' : `${n(people, 'voter', 'voters')} and the authors`} hear of it, and the ideas follow its stage.`,
  promoteItemPrivate: 'This item is private: nobody hears of it until you publish it.',
  promoteNoItems: 'There is no roadmap item yet.',
  promoteTaken: (ideas: string) =>
    ideas
      ? `${ideas}: already on a roadmap item. Nothing was changed. Take it out there first, or leave it out here.`
      : 'One of the ideas is on a roadmap item already. Nothing was changed.',
  promoteAddAct: 'Add to the item',
  promoteDone: (title: string) => `“${title}” is on the roadmap, private`,
  promoteAdded: (count: number, title: string) => `${n(count, 'idea', 'ideas')} added to “${title}”`,
  promoteOnlyIdeas: 'Only ideas can go to the roadmap. Take the others out of the selection.',

  assignTitle: (count: number) => `Assign ${n(count, 'thread', 'threads')}`,
  assignTo: 'Who takes care of it?',
  assignDone: (count: number, name: string) => `${n(count, 'thread', 'threads')} assigned to ${name}`,
  assignedNobody: (count: number) => `${n(count, 'thread', 'threads')} assigned to nobody`,
  assignMe: 'me',
}
