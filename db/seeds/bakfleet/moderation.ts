import type { SeedReport, SeedRuling, SeedSuspension } from './story.ts'

export const rulings: SeedRuling[] = [
  {
    thread: 'codes-leak',
    reply: 'codes-removed',
    rule: 2,
    reason:
      'Your reply gives a customer’s name, where she lives and the code of her door. We cannot know who read it, so please have the code changed. The part about the shared sheet is welcome without the example.',
    by: 'joris-peeters',
    daysAgo: 16.4,
  },
  {
    thread: 'night-charging',
    reply: 'night-removed',
    rule: 3,
    reason:
      'The warning about indoor charging matters and you are welcome to post it again. Calling Pieter an idiot is what we removed.',
    by: 'sanne-vos',
    daysAgo: 8.2,
  },
  {
    thread: 'wide',
    reply: 'wide-removed',
    rule: 3,
    reason:
      'That some gaps can be ridden with practice is an argument, and you may make it. The sentence about Marit and her colleagues is about them and not about the gap.',
    by: 'sanne-vos',
    daysAgo: 8,
  },
]

export const suspensions: SeedSuspension[] = [
  {
    who: 'tobias-klutsch',
    rule: 4,
    reason:
      'Your code for BaySpot stands in three threads, and it pays you. Please write nothing here for a week; what you know about sensors at loading bays is welcome after that, without the code.',
    by: 'joris-peeters',
    daysAgo: 31,
    forDays: 7,
  },
  {
    who: 'tobias-klutsch',
    rule: 4,
    reason:
      'We had agreed on no more codes, and the week you were back there was another, which you took down when asked. You may write again in sixty days. The votes you cast still count.',
    by: 'sanne-vos',
    daysAgo: 20.5,
    forDays: 60,
  },
]

export const reports: SeedReport[] = [
  {
    thread: 'loading-bays',
    reply: 'bays-advert',
    by: 'mathieu-dewael',
    reason: 'spam',
    note: 'A discount code in his own name, third thread this month.',
    daysAgo: 2.2,
  },
  {
    thread: 'routeling',
    reply: 'routeling-spam',
    by: 'petra-hajkova',
    reason: 'spam',
    note: 'Referral link. He says so himself, which is at least honest.',
    daysAgo: 1.3,
  },
  {
    thread: 'price-change',
    reply: 'price-phone',
    by: 'hanneke-de-boer',
    reason: 'private',
    note: 'Somebody’s name and number, and I doubt that Marek was asked.',
    daysAgo: 0.19,
  },
  {
    thread: 'price-change',
    reply: 'price-phone',
    by: 'yuna-tanguy',
    reason: 'rude',
    note: '« Clown », en plus du numéro de téléphone.',
    daysAgo: 0.17,
  },
]
