import type { OverlayJson } from '../../server/members/json.ts'
import type { Locale } from '../../server/words.ts'
import type { Host } from '../context.ts'
import { readBoards } from './boards.ts'
import { forgetMine, learnMine } from './cast.ts'
import { handOnDrafts } from './draft_names.ts'
import { forgetPersonal, learnFollowed, learnReacted, learnVisits } from './followed.ts'
import { comeBack } from './guest.ts'
import type { Session } from './session.ts'
import { tell } from './speech.ts'
import { countInTitle } from './title.ts'

/** The threads that were on screen, per widget: what to ask about again when somebody else is there. */
const seen = new WeakMap<Host, Set<number>>()
const mostAsked = 100

/** Asks which of these threads have my vote, and what waits for me. */
export const overlay = async (host: Host, threads: number[]): Promise<void> => {
  const all = seen.get(host) ?? new Set()
  seen.set(host, all)
  for (const number of threads) all.add(number)
  const { session, votes, api } = host.community!
  // A guest whose session is over is back in a moment, and then asks again.
  if (!session.token) return void (host.ctx?.opening.site.guests && comeBack(session))
  session.lapsed = undefined
  if (host.ctx) handOnDrafts(host.ctx)
  const askedAt = performance.now()
  const asker = session.member?.id
  try {
    const mine = await api.ask<OverlayJson>(`me/overlay?threads=${threads.join()}`)
    // Somebody else is there by now, and asks for themselves.
    if (session.member?.id !== asker) return
    const { voted, followed, boards, visits, reacted, unread, member } = mine
    const open = host.ctx?.opening.boards ?? []
    learnFollowed(session, [...threads, ...open.map(({ slug }) => slug)], [...followed, ...boards], askedAt)
    learnVisits(session, visits)
    learnReacted(session, reacted, askedAt)
    if (host.ctx) host.ctx = { ...host.ctx, unread }
    countInTitle(host, unread)
    session.update(member)
    learnMine(votes, threads, voted, askedAt)
  } catch {
    // What is personal can be missing; the page stays whole without it.
  }
}

/** Who was last said to be there, per widget. */
const told = new WeakMap<Host, string | undefined>()

/** Somebody signed in or out: another overlay, and perhaps other boards, unless it `opened` with them. */
export const greet = async (host: Host, opened: boolean): Promise<void> => {
  const { session, votes } = host.community!
  if (!session.member) {
    await session.renewing
    // Whose session was renewed was never away, and is greeted by the change that brought the new one.
    if (session.member) return
  }
  const another = tellWho(host, session)
  if (!opened || !host.ctx) return
  if (!host.ctx.opening.board) return host.open()
  if (another) {
    host.ctx = { ...host.ctx, unread: 0 }
    countInTitle(host, 0)
    forgetMine(votes)
    forgetPersonal(session)
  }
  await overlay(host, [...(seen.get(host) ?? [])].slice(-mostAsked))
  await readBoards(host)
}

/** Says who is there, unless it is who was there before; true where it is another. */
const tellWho = (host: Host, { member, lapsed }: Session): boolean => {
  // A guest who becomes a member is told anew.
  const who = member && `${member.id} ${member.role}`
  const same = told.has(host) ? told.get(host) === who : !!member && lapsed?.id === member.id
  told.set(host, who)
  if (same) return false
  if (member) tell(host, 'parvis-signed-in', { id: member.id, name: member.name })
  else tell(host, 'parvis-signed-out')
  return true
}

/** The language that a member chose on this device. */
export const speak = (host: Host, locale: Locale): Promise<void> => host.speak(locale)
