import { describe, expect, it } from 'vitest'
import { hide, report } from '../support/judging.ts'
import { testWorld } from '../support/world.ts'

describe('the file of a thread', () => {
  it('holds what only the team knows: demand without doubles, judgement, place, history', async () => {
    const site = await (await testWorld()).site()
    const big = { id: 'c1', name: 'Big', revenue: 900 }
    const [lea, max] = [
      await site.member('Lea', { company: big }),
      await site.member('Max', { company: big }),
    ]
    const ann = await site.member('Ann', { company: { id: 'c2', name: 'Small', revenue: 50.5 } })
    const bob = await site.member('Bob')
    const cm = await site.staff('moderator', 'Sanne')
    const pia = await site.staff('product', 'Pia')
    const [target, source] = [await site.idea(lea), await site.idea(max, { title: 'The other' })]
    for (const one of [ann, lea, bob]) await site.put(`threads/${source}/vote`, undefined, one)
    await site.put(`threads/${source}/merge`, { into: target }, cm)
    const ruled = await site.reply(bob, target, 'Words that sell')
    const ruling = await hide(site, cm, ruled)
    const reported = await site.reply(bob, target)
    await report(site, ann, reported)
    await report(site, lea, reported)
    await site.put(`threads/${target}/status`, { status: 'review', note: 'We look.' }, pia)
    await site.put(`threads/${target}/assignment`, { member: pia.id }, cm)
    await site.post('roadmap/items', { title: 'A secret plan', threads: [target] }, pia)
    const file = (await site.get(`threads/${target}/file`, cm)).body
    expect(file).toMatchObject({
      assignee: { name: 'Pia' },
      rulings: [{ id: ruling.id, reason: 'It sells something.', body: 'Words that sell' }],
      reports: 2,
      voters: 4,
      companies: 2,
      revenue: 950.5,
      item: { title: 'A secret plan', published: false, detached: false, stage: 'consideration' },
      mergedFrom: [{ number: source, title: 'The other' }],
      decisions: [{ from: 'open', to: 'review', note: 'We look.', by: 'Pia' }],
    })
    for (const as of [undefined, bob]) {
      const { text } = await site.get(`threads/${target}`, as)
      for (const secret of ['A secret plan', 'It sells something', '950.5', 'Words that sell']) {
        expect(text).not.toContain(secret)
      }
    }
  })

  it('says whose a hidden post was to who may judge it, and to nobody else', async () => {
    const site = await (await testWorld()).site()
    const [lea, mo] = [await site.member('Lea'), await site.staff('moderator', 'Mo')]
    const number = await site.idea(await site.member())
    const post = await site.reply(lea, number)
    await hide(site, mo, post)
    for (const as of [mo, await site.staff('admin'), await site.staff('owner')])
      expect((await site.get(`threads/${number}/file`, as)).body.rulings).toMatchObject([
        { post, author: { id: lea.id, name: 'Lea' } },
      ])
    const product = await site.staff('product')
    expect((await site.get(`threads/${number}/file`, product)).body.rulings).toMatchObject([
      { post, author: null },
    ])
    for (const as of [undefined, await site.member('Tom'), product, mo]) {
      const { text } = await site.get(`threads/${number}`, as)
      expect([text.includes(post), text.includes(lea.id)]).toEqual([true, false])
    }
    expect((await site.get('me/rulings', lea)).text).not.toContain('"author"')
  })

  it('of a fresh thread is empty', async () => {
    const site = await (await testWorld()).site()
    const number = await site.idea(await site.member(), { board: 'help', kind: 'question' })
    expect((await site.get(`threads/${number}/file`, await site.staff('owner'))).body).toEqual({
      notes: [],
      notesNext: null,
      assignee: null,
      rulings: [],
      reports: 0,
      voters: 0,
      companies: 0,
      revenue: 0,
      item: null,
      mergedFrom: [],
      decisions: [],
    })
  })
})
