import type { Named } from '../../../server/lib/markdown_mentions.ts'
import type { SeedStory } from '../bakfleet/story.ts'
import { type Ground, type Person, personOf } from './ground.ts'

// The story mentions people by their keys, `@{sanne-vos}`. Texts are rendered before anybody has an id, so that each
// person has one meanwhile that stands in for it.

const named = /@\{([a-z-]+)\}/g
const standIn = /00000000-0000-4000-8000-(\d{12})/g

/** A text of the story as Markdown, mentions and all. */
export function spelled(story: SeedStory, text: string): string {
  return text.replace(named, (_, key: string) => {
    const at = story.people.findIndex((person) => person.key === key)
    if (at < 0) throw new Error(`The demo story mentions an unknown person: ${key}.`)
    return `@[${story.people[at]!.name}](member:${idOf(at)})`
  })
}

/** All people, none of whom is a guest, by what stands in for their ids. */
export function namesIn(story: SeedStory): Map<string, Named> {
  return new Map(story.people.map(({ name }, at) => [idOf(at), { name, page: true }]))
}

/** Markdown or HTML, with the ids that people have by now. */
export function settled({ story, people }: Ground, text: string): string {
  return text.replace(standIn, (_, at: string) => people.get(story.people[Number(at)]!.key)!.id)
}

/** Whom a text of the story mentions. */
export function mentionedIn(ground: Ground, text: string): Person[] {
  return [...text.matchAll(named)].map(([, key]) => personOf(ground, key!))
}

const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
