import { describe, expect, it } from 'vitest'
import { hashToken, newToken } from '../../server/lib/ids.ts'
import {
  appCode,
  byPassword,
  colleague,
  password,
  personOf,
  signIn,
  withAuthenticator,
} from '../support/account.ts'
import { type Answer, type TestSite, testWorld } from '../support/world.ts'

/** Somebody with a password, an authenticator and recovery codes. */
async function guarded() {
  const site = await (await testWorld()).site()
  const sanne = await colleague(site)
  await site.put('account/password', { password }, sanne)
  return { site, sanne, ...(await withAuthenticator(site, sanne)) }
}

async function accountOf({ world }: TestSite, email: string): Promise<string> {
  const of = world.db.selectFrom('accounts').select('id').where('email', '=', email)
  return (await of.executeTakeFirstOrThrow()).id
}

const finish = (site: TestSite, { body }: Answer, code: string) =>
  signIn(site, 'second-factor', { secondFactor: body.secondFactor, code })

describe('a second factor', () => {
  it('is asked for after a password, a code by e-mail and a link alike, and no session is there before', async () => {
    const { clock, mails } = await testWorld()
    const { site, sanne, uri } = await guarded()
    const asked = (await signIn(site, 'email', { email: sanne.email })).body
    const mail = await mails.to(sanne.email)
    const typed = /\b(\d{6})\b/.exec(mail.text ?? '')![1]!
    const { token } = await site.staffLink('owner', 'Olga')
    await site.world.db
      .updateTable('sign_in_links')
      .set({ account_id: await accountOf(site, sanne.email) })
      .where('token_hash', '=', hashToken(token))
      .execute()
    const firsts = [
      await byPassword(site, sanne.email),
      await signIn(site, `email/${asked.challenge}`, { code: typed, device: asked.device }),
      await signIn(site, 'link', { token }),
    ]
    for (const first of firsts) {
      expect(first.status).toBe(202)
      expect(Object.keys(first.body).toSorted()).toEqual(['expiresAt', 'secondFactor'])
      expect(first.headers.get('set-cookie')).toBeNull()
      clock.move(30)
      const second = await finish(site, first, appCode(site, uri))
      expect(second.status).toBe(201)
      expect((await site.get('account', personOf(site, second))).status).toBe(200)
      expect((await finish(site, first, appCode(site, uri, 1))).body.code).toBe('sign_in_over')
    }
  })

  it('takes each code once, of this half minute or the one beside it', async () => {
    const { clock } = await testWorld()
    const { site, sanne, uri } = await guarded()
    clock.move(90)
    const used = appCode(site, uri)
    expect((await finish(site, await byPassword(site, sanne.email), used)).status).toBe(201)
    const next = await byPassword(site, sanne.email)
    for (const refused of [used, appCode(site, uri, -1), appCode(site, uri, 2)])
      expect((await finish(site, next, refused)).body.code).toBe('code_refused')
    expect((await finish(site, next, appCode(site, uri, 1))).status).toBe(201)
  })

  it('takes a code by one of two requests at once', async () => {
    const { clock } = await testWorld()
    const { site, sanne, uri } = await guarded()
    clock.move(60)
    const firsts = [await byPassword(site, sanne.email), await byPassword(site, sanne.email)]
    const code = appCode(site, uri)
    const answers = await Promise.all(firsts.map((first) => finish(site, first, code)))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 401])
  })

  it('ends after five wrong tries or ten minutes, and after ten unfinished sign-ins no more are begun', async () => {
    const { clock } = await testWorld()
    const { site, sanne, uri } = await guarded()
    clock.move(60)
    const tried = await byPassword(site, sanne.email)
    for (let count = 0; count < 5; count++)
      expect((await finish(site, tried, '000000')).body.code).toBe('code_refused')
    expect((await finish(site, tried, appCode(site, uri))).body.code).toBe('sign_in_over')
    const late = await byPassword(site, sanne.email)
    for (let count = 2; count < 10; count++) expect((await byPassword(site, sanne.email)).status).toBe(202)
    const refused = await byPassword(site, sanne.email)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('600')
    clock.move(601)
    expect((await finish(site, late, appCode(site, uri))).body.code).toBe('sign_in_over')
    expect((await byPassword(site, sanne.email)).status).toBe(202)
  })

  it('is begun ten times also where twenty are begun at once', async () => {
    const { site, sanne } = await guarded()
    const tokens = Array.from({ length: 20 }, () => newToken('pvl'))
    const links = tokens.map(async (token) => ({
      site_id: (await site.row()).id,
      token_hash: hashToken(token),
      account_id: await accountOf(site, sanne.email),
      expires_at: new Date(Date.now() + 60_000),
    }))
    await site.world.db
      .insertInto('sign_in_links')
      .values(await Promise.all(links))
      .execute()
    const begun = await Promise.all(tokens.map((token) => signIn(site, 'link', { token })))
    expect(begun.map(({ status }) => status).toSorted()).toEqual([
      ...Array(10).fill(202),
      ...Array(10).fill(429),
    ])
  })

  it('sec-S13: finishes nothing that was begun by a password which was changed since', async () => {
    const { clock } = await testWorld()
    const { site, sanne, uri } = await guarded()
    const begun = await byPassword(site, sanne.email)
    await site.put('account/password', { password: 'quite another sentence', present: password }, sanne)
    clock.move(60)
    expect((await finish(site, begun, appCode(site, uri))).body.code).toBe('sign_in_over')
    const anew = await byPassword(site, sanne.email, 'quite another sentence')
    expect((await finish(site, anew, appCode(site, uri))).status).toBe(201)
  })

  it('sec-S08: can be a recovery code, each of 80 bits, kept hashed and good once', async () => {
    const { site, sanne, codes } = await guarded()
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    const rows = await site.world.db.selectFrom('account_recovery_codes').select('code_hash').execute()
    expect(rows.filter((row) => codes.includes(row.code_hash))).toEqual([])
    const enter = async (code: string) => finish(site, await byPassword(site, sanne.email), code)
    const answer = await enter(codes[3]!.toUpperCase().replaceAll('-', ' '))
    expect(answer.status).toBe(201)
    expect((await enter(codes[3]!)).body.code).toBe('code_refused')
    const { body } = await site.get('account', personOf(site, answer))
    expect(body.authenticator.recoveryCodes).toBe(9)
  })

  it('is turned on by a fresh sign-in and a code, and ends the sessions from before', async () => {
    const { clock } = await testWorld()
    const site = await (await testWorld()).site()
    const sanne = await colleague(site)
    await site.put('account/password', { password }, sanne)
    const phone = personOf(site, await byPassword(site, sanne.email))
    const first = (await site.post('account/authenticator', undefined, sanne)).body
    const { uri, secret } = (await site.post('account/authenticator', undefined, sanne)).body
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(secret).not.toBe(first.secret)
    expect(new URL(uri).searchParams.get('issuer')).toBe('localhost:3000')
    const confirm = (code: string) => site.put('account/authenticator/confirmation', { code }, sanne)
    expect((await confirm(appCode(site, first.uri))).body.code).toBe('code_refused')
    expect((await byPassword(site, sanne.email)).status).toBe(201)
    expect((await confirm(appCode(site, uri))).status).toBe(200)
    expect((await confirm(appCode(site, uri, 1))).body.code).toBe('conflict')
    expect((await site.post('account/authenticator', undefined, sanne)).body.code).toBe('conflict')
    expect((await site.get('account', phone)).status).toBe(401)
    expect((await site.get('account', sanne)).text).not.toContain(secret)

    const other = await colleague(site)
    clock.move(601)
    expect((await site.post('account/authenticator', undefined, other)).body.code).toBe('proof_required')
  })

  it('is turned off, and gets other recovery codes, only by a code', async () => {
    const { clock } = await testWorld()
    const { site, sanne, uri, codes } = await guarded()
    clock.move(60)
    const ask = (path: string, code: string) => site.post(`account/${path}`, { code }, sanne)
    for (const path of ['authenticator/removal', 'recovery-codes'])
      expect((await ask(path, '000000')).body.code).toBe('code_refused')
    const renewed = (await ask('recovery-codes', appCode(site, uri))).body.codes
    expect(renewed).toHaveLength(10)
    expect((await ask('authenticator/removal', codes[0]!)).body.code).toBe('code_refused')
    expect((await ask('authenticator/removal', renewed[0])).status).toBe(204)
    expect((await site.get('account', sanne)).body.authenticator).toBeNull()
    expect((await byPassword(site, sanne.email)).status).toBe(201)
  })
})
