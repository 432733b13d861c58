import type { Answer, Person, TestSite } from './world.ts'

/** The opening post of a thread. */
export async function openingOf(site: TestSite, number: number): Promise<string> {
  return (await site.get(`threads/${number}`)).body.post
}

export function report(
  site: TestSite,
  as: Person | undefined,
  post: string,
  more: object = {},
): Promise<Answer> {
  return site.post(`posts/${post}/reports`, { reason: 'spam', ...more }, as)
}

export function rule(
  site: TestSite,
  as: Person | undefined,
  post: string,
  more: object = {},
): Promise<Answer> {
  return site.post(
    `posts/${post}/rulings`,
    { rule: 4, reason: 'It sells something.', revision: 1, ...more },
    as,
  )
}

/** Rules, and expects that it is done. */
export async function hide(
  site: TestSite,
  as: Person,
  post: string,
  more: object = {},
): Promise<{ id: string; number: number }> {
  const answer = await rule(site, as, post, more)
  if (answer.status !== 201) throw new Error(`Ruling failed: ${answer.text}`)
  return answer.body.ruling
}

/** The thread's replies, as a reader gets them. */
// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
export async function repliesOf(site: TestSite, number: number, as?: Person): Promise<any[]> {
  return (await site.get(`threads/${number}/replies`, as)).body.items
}

/** What staff did, as the log tells it, the latest first. */
export async function logged(site: TestSite, as: Person, action: string) {
  return (await site.get(`audit?action=${action}&limit=100`, as)).body.items
}
