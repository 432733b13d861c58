import { expect, test } from 'vitest'
import { Mailer } from '../../server/lib/mailer.ts'
import { sendDue } from '../../server/mails/send.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { refusing } from '../support/refusing.ts'

const { outbox } = adminWords.en

test('a mail that failed is seen with its reason, and tried again', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const email = `lea-${process.pid}@admin-mail.example`
  const [lea, tom] = [await site.member('Lea', { email }), await site.member('Tom')]
  stage.mails.refused.add(email)
  await site.reply(tom, await site.idea(lea))
  stage.clock.move(200)
  await sendDue(stage.world)
  stage.mails.refused.delete(email)
  const { page } = await stage.admin(site, owner, { path: 'settings/mail' })
  await page.getByText(outbox.reason('EENVELOPE: 550'), { exact: false }).waitFor()
  await page.getByRole('button', { name: outbox.retryOne('Lea'), exact: true }).click()
  await page.getByText(outbox.empty.failed[0], { exact: true }).waitFor()
  await page.getByRole('button', { name: outbox.retryOne('Lea'), exact: true }).waitFor()
  await sendDue(stage.world)
  expect((await stage.mails.to(email)).text).toContain('Tom replied in')
  await eventually(async () => (await site.get('mails?state=waiting', owner)).body.items).toEqual([])
})

test('of a mail server that does not answer it is said in words, and of one that cannot be trusted what was wrong', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const olga = await site.staff('owner', 'Olga')
  const [lea, tom] = [
    await site.member('Lea', { email: `lea-${process.pid}@away.example` }),
    await site.member('Tom'),
  ]
  await site.reply(tom, await site.idea(lea))
  // Others' mails may be due before it, and the first that fails so ends the round.
  const reason = async () => (await site.get('mails?state=waiting', olga)).body.items[0]?.reason ?? ''
  const trying = async (smtpUrl: string, until: RegExp) => {
    const mailer = new Mailer({ ...stage.world.config, smtpUrl }, stage.world.db)
    for (let round = 0; round < 50 && !until.test(await reason()); round++) {
      stage.clock.move(200)
      await sendDue({ ...stage.world, mailer })
    }
    mailer.close()
  }
  await trying('smtp://127.0.0.1:1', /^E[A-Z]+$/)
  const { page } = await stage.admin(site, olga, { path: 'settings/mail' })
  await page.getByText(/^The mail server does not answer \(E[A-Z]+\)\.$/).waitFor()
  // It speaks, but not the language that was asked for.
  await trying(`smtps://127.0.0.1:${stage.mails.port}`, /wrong version/)
  await page.reload()
  await page.getByText(/^The mail server: ESOCKET: .*wrong version number/).waitFor()
})

test('all that was tried in vain is tried again by one button, once the mail server takes mail of ours again', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const emails = [1, 2, 3].map((at) => `all-${at}-${process.pid}@admin-mail.example`)
  const tom = await site.member('Tom')
  for (const email of emails.slice(0, 2)) {
    stage.mails.refused.add(email)
    await site.reply(tom, await site.idea(await site.member('Lea', { email })))
  }
  stage.mails.refusesSenders = true
  await site.post('team', { email: emails[2], name: 'Nils', role: 'moderator' }, owner)
  await eventually(async () => (await site.get('failing-jobs', owner)).body.items).toHaveLength(1)
  stage.mails.refusesSenders = false
  stage.clock.move(200)
  await sendDue(stage.world)
  expect((await site.get('mails', owner)).body.items).toHaveLength(2)
  const { page } = await stage.admin(site, owner, { path: 'settings/mail' })
  await page.getByText(outbox.closed('EENVELOPE (MAIL FROM): 550'), { exact: false }).waitFor()
  stage.mails.refused.clear()
  await page.getByRole('button', { name: outbox.retryAll, exact: true }).click()
  await page.getByRole('status').filter({ hasText: outbox.retriedAll }).waitFor()
  await page.getByText(outbox.empty.failed[0], { exact: true }).waitFor()
  await sendDue(stage.world)
  for (const email of emails) await stage.mails.to(email)
  await eventually(async () => (await site.get('failing-jobs', owner)).body.items).toEqual([])
  await page.reload()
  await page.getByText(outbox.noWork[0], { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: outbox.retryAll, exact: true }).count()).toBe(0)
})

test('an invitation that failed is seen with its reason, and tried again', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const email = `nils-${process.pid}@admin-mail.example`
  stage.mails.refused.add(email)
  await site.post('team', { email, name: 'Nils', role: 'moderator' }, owner)
  await eventually(async () => (await site.get('failing-jobs', owner)).body.items).toMatchObject([{ email }])
  const { page } = await stage.admin(site, owner, { path: 'settings/mail' })
  await page.getByText(outbox.reason('EENVELOPE: 550'), { exact: false }).waitFor()
  // "last Monday" would be a week ago.
  await page.getByText(/^tried once, the last time on [A-Z][a-z]+day/).waitFor()
  stage.mails.refused.delete(email)
  await page.getByRole('button', { name: outbox.retryWork(outbox.abouts.invitation, email) }).click()
  await page.getByRole('status').filter({ hasText: outbox.retriedWork }).waitFor()
  await stage.mails.to(email)
  await eventually(async () => (await site.get('failing-jobs', owner)).body.items).toEqual([])
  await page.reload()
  await page.getByText(outbox.noWork[0], { exact: true }).waitFor()
})

test('an erasure that failed is seen without a name and with the kind of fault, and done once it is tried again', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const [ada, ben] = [await site.member('Adalind Quist'), await site.member('Ben')]
  const hers = await site.idea(ada)
  const said = `[Adalind Quist wrote:](${stage.host.origin}/?parvis=/t/${hers})\n\n> Words.\n\nI agree.`
  const quoting = await site.idea(ben, { body: said })
  const away = await refusing(stage.world.db, 'posts', `new.author_id = '${ben.id}'`)
  const items = async () => (await site.get('failing-jobs', owner)).body.items
  try {
    await site.put('me/erasure', { posts: 'keep' }, ada)
    await eventually(items).toHaveLength(1)
  } finally {
    await away.end()
  }
  const { page } = await stage.admin(site, owner, { path: 'settings/mail' })
  await page.getByText(outbox.abouts.erasure, { exact: true }).waitFor()
  await page.getByText(outbox.fault('53100'), { exact: true }).waitFor()
  await page.getByRole('button', { name: outbox.retryWork(outbox.abouts.erasure, null) }).click()
  await page.getByRole('status').filter({ hasText: outbox.retriedWork }).waitFor()
  await eventually(items).toEqual([])
  expect((await site.get(`threads/${quoting}`)).body.html).toContain('A former member wrote:')
})

test('the mailbox of development is read anew by a button that says so', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const screen = await stage.admin(site, await site.staff('owner'), { path: 'mailbox' })
  const { page } = screen
  const asked = () => screen.asked().filter((one) => one.startsWith('GET mailbox')).length
  await eventually(asked).toBe(1)
  await page.getByRole('button', { name: adminWords.en.outbox.refresh, exact: true }).click()
  await eventually(asked).toBe(2)
})
