import { chance } from './chance.ts'
import {
  ago,
  type Ballot,
  between,
  type Ground,
  latest,
  type Person,
  personOf,
  type Thread,
  threadOf,
} from './ground.ts'

/**
 * Who votes for each idea, and when. A duplicate's voters are a part of its target's: some voted for both,
 * the others came by the merge, and the target's number counts them too.
 */
export function castVotes(ground: Ground): void {
  const ideas = [...ground.threads.values()].filter((thread) => thread.story.kind === 'idea')
  const duplicates = ideas.filter((idea) => idea.story.mergedInto)
  for (const idea of duplicates)
    idea.ballots = choose(ground, idea, idea.story.votes ?? 1, named(ground, idea), new Set())
  for (const idea of ideas) {
    if (idea.story.mergedInto) continue
    const must = named(ground, idea)
    const brought: Ballot[] = []
    for (const source of duplicates.filter((one) => one.story.mergedInto?.key === idea.story.key)) {
      brought.push(...share(source, must))
    }
    const others = new Set(brought.map((ballot) => ballot.person))
    const own = choose(ground, idea, (idea.story.votes ?? 1) - brought.length, must, others)
    idea.ballots = [...own, ...brought]
  }
}

/** The votes that a duplicate brings; the people who vote for both are added to `must`. */
function share(source: Thread, must: Set<Person>): Ballot[] {
  const wanted = Math.max(1, Math.round(source.ballots.length / 8))
  let shared = source.ballots.filter((ballot) => must.has(ballot.person)).length
  for (const { person } of source.ballots.slice(1)) {
    if (shared >= wanted) break
    if (must.has(person)) continue
    must.add(person)
    shared++
  }
  return source.ballots
    .filter((ballot) => !must.has(ballot.person))
    .map((ballot) => ({ ...ballot, from: source }))
}

/** An idea begins with its author's vote, which a few have taken back: the story's number says so. */
function named(ground: Ground, idea: Thread): Set<Person> {
  const voters = (idea.story.voters ?? []).map((key) => personOf(ground, key))
  const all = new Set([idea.author, ...voters])
  return all.size > (idea.story.votes ?? 1) ? new Set(voters) : all
}

/** Who may read an idea at all: on a board of the pilot fleets, their people. */
function mayRead({ people, story }: Ground, idea: Thread): Person[] {
  const all = [...people.values()]
  if (!story.boards.some((board) => board.slug === idea.story.board)) return all
  const pilots = new Set(story.companies.filter((one) => one.pilot).map((one) => one.key))
  return all.filter((person) => pilots.has(person.story.company ?? ''))
}

function choose(
  ground: Ground,
  idea: Thread,
  count: number,
  must: Set<Person>,
  without: Set<Person>,
): Ballot[] {
  const random = chance(idea.story.key)
  const until = idea.story.mergedInto ? ago(ground, idea.story.mergedInto.daysAgo) : ground.now
  const crowd = mayRead(ground, idea)
    .filter((person) => !person.staff && !must.has(person) && !without.has(person) && person.joined < until)
    // People vote above all for what they read in their own language.
    .map((person) => ({ person, rank: random() + (person.story.locale === idea.story.language ? 0.5 : 0) }))
    .sort((one, other) => other.rank - one.rank)
    .slice(0, Math.max(0, count - must.size))
    .map(({ person }) => person)
  return [...must, ...crowd].map((person) => ({
    person,
    at: moment(idea, person, until, random),
    from: undefined,
  }))
}

// Most votes come early. The author's comes with the idea itself.
function moment(idea: Thread, person: Person, until: Date, random: () => number): Date {
  if (person === idea.author) return idea.at
  return between(latest(idea.at, person.joined), until, random() ** 2.2)
}

/** Everyone an idea's news reaches at a moment: its author, and who had voted by then. */
export function readersOf(ground: Ground, key: string, at: Date): Person[] {
  const thread = threadOf(ground, key)
  const voters = thread.ballots
    .filter((ballot) => arrived(ground, ballot) <= at)
    .map((ballot) => ballot.person)
  return [...new Set([thread.author, ...voters])]
}

// A vote that a duplicate brought is there from the merge on.
function arrived(ground: Ground, ballot: Ballot): Date {
  return ballot.from ? ago(ground, ballot.from.story.mergedInto!.daysAgo) : ballot.at
}
