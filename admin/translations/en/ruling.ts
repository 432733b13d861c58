import { noStop } from '../../../widget/translations/one_stop.ts'

export const ruling = {
  title: (kind: 'opening' | 'reply', author: string) =>
    kind === 'reply' ? `Hide a reply by ${author}` : `Hide a post by ${author}`,
  revision: (revision: number) => `revision ${revision}`,
  which: 'Which rule does it break?',
  noRules: 'There is no rule yet. A post can only be hidden under a rule that everybody can read.',
  noRulesStep: 'Write the rules',
  why: (author: string) => `Why, in words ${author} will read`,
  whyHint: 'Say which words break the rule, and what may be posted instead.',
  whyMissing: 'Please say why. The author will read it.',
  ruleMissing: 'Please choose the rule.',
  willRead: (author: string) => `What ${author} will read`,
  /** What the mail about it says, word for word, so that what is shown is what is read. */
  read: {
    removed: (title: string) => `Your post in “${title}” was removed.`,
    rule: (number: number, name: string) => `This was decided under rule ${number}, “${noStop(name)}”:`,
    quote: (text: string) => `“${text}”`,
    decided: (name: string) => `Decided by ${name}, of the team. No automatic check took part.`,
    instead:
      'In its place, others read that it was removed, and under which rule. The whole decision, with your words, is in the community.',
  },
  judged: 'The text that you judge',
  reasonHere: 'Your reason will stand here.',
  othersSee: 'What others will see in its place',
  place: (rule: number, name: string, day: string) =>
    `Removed under rule ${rule}, “${name}”, by the team on ${day}. The author was told why.`,
  placeOpen: 'The line names the rule you choose, and says that the author was told why.',
  afterwards: 'Then',
  undo: 'You can undo for 12 seconds before anyone is told.',
  closes: (count: number) => (count === 1 ? 'The report is closed.' : `The ${count} reports are closed.`),
  logged: 'The audit log keeps who decided, when and why.',
  still: (revision: number) => `This is revision ${revision}, as the post stands now`,
  hidden: (by: string | null, rule: number, name: string) =>
    `${by ?? 'Somebody'} has hidden this post already, under rule ${rule}, “${noStop(name)}”. Nothing is left to do.`,
  changed: (revision: number) =>
    `It was edited while you were reading: this is revision ${revision} now. Nothing was hidden. Read it, then decide again.`,
  newer: 'The text as it stands now',
  gone: 'This post has been deleted. Nothing is left to do.',
  act: 'Hide it',
  done: (author: string) => `The post by ${author} is hidden`,
}
