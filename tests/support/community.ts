import type { Person, TestSite } from './world.ts'

/** Who lives in a furnished site, and the numbers and ids of what stands in it. */
export interface Community {
  site: TestSite
  anna: Person
  ben: Person
  moderator: Person
  product: Person
  owner: Person
  /** An idea with an official answer, a status, tags, replies, a nested and a hidden one, and a merged idea. */
  idea: number
  /** The idea that went into it. */
  merged: number
  /** Two ideas on the published roadmap item. */
  gathered: number[]
  question: number
  item: number
  privateItem: number
  /** A reply of Ben's that is reported and stands. */
  reported: string
  /** A reply of Ben's that is hidden. */
  hidden: string
}

/** Fills a site with one of everything that a screen may have to draw. */
export async function furnish(site: TestSite): Promise<Community> {
  const anna = await site.member('Anna Lindqvist', { sub: 'anna', email: 'anna@kurier.example' })
  const ben = await site.member('Ben Okafor', { sub: 'ben', email: 'ben@veloxpress.example' })
  const moderator = await site.staff('moderator', 'Mira Castellanos')
  const product = await site.staff('product', 'Paul Reinholt')
  const owner = await site.staff('owner', 'Olga Brandt')
  await site.takeGuests()
  await must(site.post('tags', { name: 'Rounds', names: { fr: 'Tournées', de: 'Touren' } }, owner))
  await must(site.post('tags', { name: 'Batteries', names: { fr: 'Batteries', de: 'Akkus' } }, owner))

  await must(site.post('boards', { name: 'Pilot riders', kinds: ['discussion'] }, owner))
  await must(site.delete('boards/pilot-riders', owner))
  // At a port where nothing answers.
  const provider = { name: 'Kurier ID', issuer: 'https://127.0.0.1:1', clientId: 'parvis', clientSecret: 'x' }
  await must(site.post('openid-providers', provider, owner))

  const idea = await site.idea(anna, {
    title: 'Let a round end at another depot than the one it began at',
    body: 'On **Fridays** the bikes stay at the second depot.\n\n- Monday they are missing\n- `depot_end` would do\n\n> We rode back empty, 7 km.\n\n| Day | Empty km |\n| --- | ---: |\n| Fri | 7 |\n\n[The rounds of last month](https://kurier.example/rounds)',
  })
  const merged = await site.idea(ben, { title: 'Rounds that finish at a different depot' })
  await must(site.put(`threads/${idea}/vote`, undefined, anna))
  await must(site.put(`threads/${merged}/vote`, undefined, ben))
  await must(site.post('taggings', { threads: [idea], add: ['rounds', 'batteries'] }, moderator))
  const asked = await site.reply(ben, idea, 'We have the same with three depots. Is it planned?')
  const edited = await site.reply(anna, idea, 'No, as far as I know.', { parent: asked })
  await must(site.patch(`replies/${edited}`, { body: 'Not yet, as far as I know.' }, anna, 1))
  await site.reply(moderator, idea, 'We are looking at it and will say more **this month**.', {
    official: true,
  })
  const reported = await site.reply(ben, idea, 'Buy my route lists at half the price of this.')
  await must(
    site.post(`posts/${reported}/reports`, { reason: 'spam', note: 'He posts it everywhere.' }, anna),
  )
  const hidden = await site.reply(ben, idea, 'Whoever planned this has never seen a bike.')
  await must(
    site.post(
      `posts/${hidden}/rulings`,
      { rule: 3, reason: 'It is about a person.', revision: 1 },
      moderator,
    ),
  )
  await must(site.put(`threads/${merged}/merge`, { into: idea }, moderator))
  await must(
    site.put(
      `threads/${idea}/status`,
      { status: 'review', note: 'We read your rounds and compare.' },
      product,
    ),
  )
  await must(site.post(`threads/${idea}/notes`, { body: 'Sales asks every week.' }, moderator))
  await must(site.put(`threads/${idea}/assignment`, { member: moderator.id }, moderator))

  const gathered = [
    await site.idea(ben, { title: 'Warn before a battery is too cold to finish the round' }),
    await site.idea(anna, { title: 'Show the range that is left in winter' }),
  ]
  const item = await make(site, product, {
    title: 'Range that knows the weather',
    stage: 'exploring',
    threads: gathered,
    expectedOn: '2031-03-01',
    summary: 'Cold batteries end rounds early.',
  })
  const privateItem = await make(site, product, { title: 'Something nobody may know of yet' })
  await must(site.put(`roadmap/items/${item}/publication`, undefined, product))

  const question = await site.idea(ben, {
    board: 'help',
    kind: 'question',
    title: 'How do I split a round in two?',
  })
  await site.reply(anna, question, 'Hold the stop and choose “Split here”.')
  const deleted = await site.reply(ben, question, 'There is no such word on my phone.')
  await site.reply(anna, question, 'It is there from version 4 on.', { parent: deleted })
  await must(site.delete(`replies/${deleted}`, ben))
  await site.idea(anna, { board: 'help', kind: 'discussion', title: 'What do you carry in winter?' })
  await site.idea(moderator, {
    board: 'news',
    kind: 'announcement',
    title: 'Rounds are planned twice as fast',
  })
  await site.reply(ben, gathered[1]!, 'Every morning below zero, and two rounds end early.')
  await must(site.put(`threads/${question}/assignment`, { member: owner.id }, product))
  return {
    site,
    anna,
    ben,
    moderator,
    product,
    owner,
    idea,
    merged,
    gathered,
    question,
    item,
    privateItem,
    reported,
    hidden,
  }
}

async function make(site: TestSite, as: Person, item: object): Promise<number> {
  return (await must(site.post('roadmap/items', item, as))).body.number
}

async function must(answer: ReturnType<TestSite['get']>) {
  const given = await answer
  if (given.status >= 400) throw new Error(`Furnishing failed: ${given.text}`)
  return given
}
