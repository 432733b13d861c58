import { setTimeout } from 'node:timers/promises'
import type { Reader, World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { isOfServer, type Mail, type SmtpError, whyNotSent } from '../lib/mailer.ts'
import { type Site, slugOf } from '../sites/queries.ts'
import { guardIdsOf, guardsOf } from '../sites/words.ts'
import { chosenKinds, dueAt, longestPause, type MailKind } from './cadence.ts'
import { composeLetter } from './letter.ts'
import { leaveOut, moveUnsent } from './move_unsent.ts'
import {
  type ClaimedMail,
  claimMail,
  dueMails,
  findRecipient,
  gatherAnother,
  gatherNews,
  newsInMail,
  newsLeft,
  putBack,
  type Recipient,
} from './queries.ts'

/** How many times a mail is tried, with pauses that double from a minute to six hours: for a day and more. */
const mostAttempts = 12
/** Whoever took a mail and was not heard of for so long has died; seconds. */
const abandonedAfter = 600
/** News that waited for longer than these days is no news. */
const freshDays = 30
const atOnce = 3

/** Sends what is due, and what a process that died had begun to send. Two that run at once share the work. */
export async function sendDue(world: World): Promise<void> {
  if (!world.mailer.ready) return
  const now = world.clock.now()
  const due = await dueMails(world.db, now, later(now, -abandonedAfter))
  const next = async (): Promise<void> => {
    for (let mail = due.shift(); mail; mail = due.shift()) {
      const answered = await sendOne(world, mail.site_id, mail.id)
      // Where nobody answers, or lets us in, the others are not tried in vain: they stay due.
      if (!answered) due.length = 0
    }
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

/** Takes one mail and sends it. A mail in which nothing stands by now is no mail. False where no mail server takes any. */
async function sendOne(world: World, siteId: string, id: string): Promise<boolean> {
  const now = world.clock.now()
  const mail = await claimMail(world.db, siteId, id, now, later(now, -abandonedAfter))
  if (!mail) return true
  let about: MailKind[] = []
  let sent = false
  try {
    const { letter, kinds } = await letterOf(world, mail, now)
    about = kinds
    if (letter) await world.mailer.send(letter)
    else await drop(world, mail)
    sent = !!letter
  } catch (error) {
    await putOff(world, mail, error)
    return !isOfServer(error)
  }
  if (sent) await settle(world, mail)
  await goOn(world, mail, about, now)
  return true
}

/**
 * News that is not to be told yet finds a mail gathering, which may go without it, and so may what was written just as
 * that was taken: another mail has it.
 */
async function goOn({ db }: World, mail: ClaimedMail, kinds: MailKind[], now: Date): Promise<void> {
  if (!kinds.length) return
  const told = await newsLeft(db, mail, kinds, later(now, -freshDays * 86_400))
  if (told) await gatherAnother(db, mail, now, dueAt(mail.cadence, told > now ? told : now))
}

interface Made {
  /** What its mails are about. */
  kinds: MailKind[]
  letter?: Mail | undefined
}

async function letterOf(world: World, mail: ClaimedMail, now: Date): Promise<Made> {
  const slug = await slugOf(world.db, mail.site_id)
  const site = slug && (await world.sites.find(slug))
  if (!site) return { kinds: [] }
  const to = await findRecipient(world.db, site.id, mail.member_id, guardsOf(site), now)
  const kinds = kindsIn(mail, to)
  if (mail.attempts > 1) await leaveOut(world.db, mail, kinds, now)
  if (!to?.email || !kinds.length) return { kinds: [] }
  await gatherNews(world.db, mail, kinds, now, later(now, -freshDays * 86_400))
  const rows = await newsInMail(world.db, mail, readerOf(site, to), kinds)
  const news = rows.filter((row) => row.mail_kind === 'decisions' || row.thread_title || row.item_title)
  const letter = news.length
    ? composeLetter(world.config, site, { ...mail, to, email: to.email }, news)
    : undefined
  return { kinds, letter }
}

/** What a mail of this cadence is about by now. Whoever is suspended hears of decisions alone, who has no address of nothing. */
function kindsIn({ cadence }: ClaimedMail, to: Recipient | undefined): MailKind[] {
  if (!to?.email || to.role === 'guest') return []
  const chosen = to.suspended ? [] : chosenKinds.filter((kind) => to[kind] === cadence)
  return cadence === 'soon' ? [...chosen, 'decisions'] : chosen
}

const team = new Set(['owner', 'admin', 'moderator', 'product'])

function readerOf(site: Site, to: Recipient): Reader {
  const staff = team.has(to.role)
  return {
    siteId: site.id,
    audience: staff ? 'staff' : 'members',
    segments: staff ? guardIdsOf(site) : to.segments.toSorted(),
  }
}

async function drop({ db }: World, { site_id, id }: ClaimedMail): Promise<void> {
  await db.deleteFrom('mails').where('site_id', '=', site_id).where('id', '=', id).execute()
}

/**
 * Notes that the mail server took a mail. Where the database fails just then it is noted as soon as that is back, within
 * the time for which nobody else takes the mail: put back, it would go out twice.
 */
async function settle(world: World, mail: ClaimedMail): Promise<void> {
  let left = abandonedAfter
  for (let pause = 0.5; ; pause = Math.min(pause * 2, 15)) {
    try {
      return await noteSent(world, mail)
    } catch (error) {
      if (left <= 0) throw error
      const reason = (error as SmtpError).code
      world.log.warn({ site: mail.site_id, mail: mail.id, reason }, 'mail sent and not noted')
      await setTimeout(pause * 1000, undefined, { ref: false })
      left -= pause
    }
  }
}

async function noteSent({ db, clock }: World, { site_id, id }: ClaimedMail): Promise<void> {
  await db
    .updateTable('mails')
    .set({ state: 'sent', settled_at: clock.now(), reason: null })
    .where('site_id', '=', site_id)
    .where('id', '=', id)
    .execute()
}

/**
 * Tries again later; what the mail server refuses for good of this one mail, or refused often, waits for somebody to
 * look. What its reader chose while it was being sent moves what is in it.
 */
async function putOff(world: World, mail: ClaimedMail, error: unknown): Promise<void> {
  const { code, responseCode = 0 } = error as SmtpError
  const over = mail.attempts >= mostAttempts || (responseCode >= 500 && !isOfServer(error))
  const pause = Math.min(60 * 2 ** (mail.attempts - 1), longestPause)
  const reason = whyNotSent(error)
  world.log.warn({ site: mail.site_id, mail: mail.id, reason: code }, 'mail not sent')
  const now = world.clock.now()
  await putBack(world.db, mail, { state: over ? 'failed' : 'waiting', dueAt: later(now, pause), reason })
  await moveUnsent(world.db, { siteId: mail.site_id, memberId: mail.member_id }, now)
}
