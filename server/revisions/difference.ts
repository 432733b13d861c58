import { diffLines, diffWordsWithSpace } from 'diff'

/** A run of a text: there before and after, only after, or only before. */
export interface Run {
  type: 'same' | 'added' | 'removed'
  text: string
}

// How many changes are looked for at most, since the work grows with their square: beyond, lines are compared, and
// beyond that one text is shown in place of the other.
const mostWords = 600
const mostLines = 300

/** What changed from one text to another, word by word. All runs but the added ones are the old text. */
export function difference(before: string, after: string): Run[] {
  const changes =
    diffWordsWithSpace(before, after, { maxEditLength: mostWords }) ??
    diffLines(before, after, { maxEditLength: mostLines })
  if (!changes) return replaced(before, after)
  return changes.map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

function replaced(before: string, after: string): Run[] {
  const runs: Run[] = [
    { type: 'removed', text: before },
    { type: 'added', text: after },
  ]
  return runs.filter((run) => run.text)
}
