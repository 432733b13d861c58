import type { Person, TestSite } from './world.ts'

export const suspension = { rule: 1, reason: 'The same advertisement in eleven threads.' }

/** A member whom a moderator has suspended until further notice. */
export async function suspended(site: TestSite): Promise<Person> {
  const [member, moderator] = [await site.member(), await site.staff('moderator')]
  const answer = await site.put(`members/${member.id}/suspension`, suspension, moderator)
  if (answer.status !== 201) throw new Error(`Suspending failed: ${answer.text}`)
  return member
}
