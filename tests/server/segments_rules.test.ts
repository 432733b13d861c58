import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Condition, SegmentRule } from '../../server/segments/json.ts'
import { belongs, companyOfMember } from '../../server/segments/matches.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// Who belongs is said once, in SQL. What it comes to is told here a second time, in words of another language, and
// the two are held together over people and rules that nobody thought of.

interface Facts {
  plan?: string | null
  company?: string
  revenue?: number | null
  locale?: 'en' | 'fr' | 'de'
  attributes?: Record<string, string | number | boolean>
  email?: string
}

let site: TestSite
beforeAll(async () => {
  site = await (await testWorld()).site()
})

let made = 0
async function personOf({ plan, company, revenue, ...claims }: Facts): Promise<Person> {
  const id = company ?? `c-${++made}`
  const has = company !== undefined || plan !== undefined || revenue !== undefined
  return site.member(`Person ${++made}`, { ...claims, ...(has ? { company: { id, plan, revenue } } : {}) })
}

async function whoBelongs(rule: SegmentRule): Promise<Set<string>> {
  const { id } = await site.row()
  const { rows } = await sql<{ id: string }>`
    select m.id from members m ${companyOfMember} where m.site_id = ${id} and ${belongs(rule)}`.execute(
    site.world.db,
  )
  return new Set(rows.map((row) => row.id))
}

const sizes = {
  atLeast: (a: number, b: number) => a >= b,
  atMost: (a: number, b: number) => a <= b,
  above: (a: number, b: number) => a > b,
  below: (a: number, b: number) => a < b,
}

function holds(condition: Condition, facts: Facts): boolean {
  const name = condition.field.replace('attributes.', '')
  const own = condition.field.startsWith('attributes.')
    ? Object.hasOwn(facts.attributes ?? {}, name)
      ? facts.attributes![name]
      : undefined
    : facts[condition.field as 'plan']
  if (own === undefined || own === null) return false
  if ('value' in condition) return typeof own === 'number' && sizes[condition.test](own, condition.value)
  const among = (condition.values as unknown[]).includes(own)
  return condition.test === 'is' ? among : !among
}

const ruleHolds = ({ match, conditions }: SegmentRule, facts: Facts) =>
  match === 'all' ? conditions.every((one) => holds(one, facts)) : conditions.some((one) => holds(one, facts))

const plan = fc.constantFrom('Pro', 'pro', 'Fleet', 'Fleet ', "O'Neil", '{a,b}', 'null', '€uro')
const number = fc.constantFrom(0, 1, 1.5, 12, 999.99, 1000, 1e11)
const free = fc.oneof(
  fc.constantFrom('true', '1', '', 'x', '"', '\\', '%'),
  fc.constantFrom(0, 1, -1, 1.5, 1e21, 1e-7, Number.MAX_VALUE),
  fc.boolean(),
)
const name = fc.constantFrom('seats', 'beta', 'a b', "q'uote", 'toString', 'é')
const facts: fc.Arbitrary<Facts> = fc.record(
  {
    plan,
    company: fc.constantFrom('velox', 'kurier', 'C-1'),
    revenue: number,
    locale: fc.constantFrom('en', 'fr', 'de'),
    attributes: fc.dictionary(name, free, { maxKeys: 4 }),
  },
  { requiredKeys: [] },
)
const list = fc.constantFrom('is' as const, 'isNot' as const)
const size = fc.constantFrom('atLeast' as const, 'atMost' as const, 'above' as const, 'below' as const)
const values = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 })
const field = name.map((one) => `attributes.${one}`)
const condition = fc.oneof(
  fc.record({ field: fc.constant('plan' as const), test: list, values: values(plan) }),
  fc.record({
    field: fc.constant('company' as const),
    test: list,
    values: values(fc.constantFrom('velox', 'kurier', 'Velox')),
  }),
  fc.record({
    field: fc.constant('locale' as const),
    test: list,
    values: values(fc.constantFrom('en' as const, 'fr' as const, 'de' as const)),
  }),
  fc.record({ field: fc.constant('revenue' as const), test: size, value: number }),
  fc.record({ field, test: list, values: values(free) }),
  fc.record({ field, test: size, value: fc.constantFrom(0, 1, 1.5, 1e21, -1, 5e-324) }),
)
const rule: fc.Arbitrary<SegmentRule> = fc.record({
  match: fc.constantFrom('all' as const, 'any' as const),
  conditions: fc.array(condition, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<Condition[]>,
})

describe('who belongs', () => {
  it('is what the rule says, whatever the people and the rule', async () => {
    // People of one company share what is known of it, so those here are of their own.
    const people = fc.sample(facts, 120).map((one) => {
      const { company, ...rest } = one
      return company && (rest.plan !== undefined || rest.revenue !== undefined) ? rest : one
    })
    const known: { one: Facts; id: string }[] = []
    for (const one of people) known.push({ one, id: (await personOf(one)).id })
    let some = 0
    await fc.assert(
      fc.asyncProperty(rule, async (tried) => {
        const found = await whoBelongs(tried)
        for (const { one, id } of known) {
          // A company that was made for the plan alone has a name that no rule here knows, but has one.
          const company =
            one.company ?? (one.plan === undefined && one.revenue === undefined ? undefined : 'c')
          expect(found.has(id), JSON.stringify([tried, one])).toBe(ruleHolds(tried, { ...one, company }))
        }
        some += found.size
      }),
      { numRuns: 250 },
    )
    expect(some).toBeGreaterThan(1000)
  })

  it('is the same for a preview, a list of members and a session', async () => {
    const here = await (await testWorld()).site()
    const admin = await here.staff('owner')
    const fleet = {
      match: 'all',
      conditions: [
        { field: 'plan', test: 'is', values: ['Fleet'] },
        { field: 'attributes.seats', test: 'atLeast', value: 10 },
      ],
    }
    await here.post('segments', { slug: 'fleet', name: 'Fleet', rule: fleet }, admin)
    await here.post(
      'boards',
      { slug: 'early', name: 'Early', kinds: ['idea'], visibility: 'segment', segment: 'fleet' },
      admin,
    )
    const company = { id: 'velox', name: 'Velox', plan: 'Fleet' }
    const inside = await here.member('Vera', { company, attributes: { seats: 10 } })
    const outside = await here.member('Otto', { company, attributes: { seats: 9 } })
    const matches = { total: 1, members: [{ id: inside.id, name: 'Vera', avatar: null, company: 'Velox' }] }
    expect((await here.post('segments/preview', { rule: fleet }, admin)).body).toEqual(matches)
    expect((await here.get('segments/fleet/members', admin)).body).toEqual(matches)
    const boards = async (as: Person) =>
      ((await here.get('boards', as)).body.items as { slug: string }[]).map((board) => board.slug)
    expect(await boards(inside)).toContain('early')
    expect(await boards(outside)).not.toContain('early')
    expect((await here.get('segments/facts', admin)).body).toEqual({
      plans: ['Fleet'],
      companies: [{ id: 'velox', name: 'Velox' }],
      attributes: ['seats'],
    })
  })

  it('is nobody by a domain that they only said, and those who proved an address of it, whole', async () => {
    const here = await (await testWorld()).site()
    const admin = await here.staff('owner')
    const rule = {
      match: 'all',
      conditions: [{ field: 'emailDomain', test: 'is', values: ['@Kurier.Example'] }],
    }
    const names = async () =>
      ((await here.post('segments/preview', { rule }, admin)).body.members as { name: string }[])
        .map((one) => one.name)
        .toSorted()
    await here.member('Said', { email: 'said@kurier.example' })
    expect(await names()).toEqual([])
    const [sso] = (await here.get('connections', admin)).body.items as { id: string }[]
    const vouch = (emailsVerified: boolean) => here.patch(`connections/${sso!.id}`, { emailsVerified }, admin)
    expect((await vouch(true)).status).toBe(200)
    expect(await names()).toEqual([])
    await here.member('Proved', { email: 'proved@kurier.example' })
    for (const near of ['a@sub.kurier.example', 'b@kurier.example.org', 'c@notkurier.example'])
      await here.member('Near', { email: near })
    expect(await names()).toEqual(['Proved'])
    await vouch(false)
    expect(await names()).toEqual([])
  })

  it('is no guest, whatever is said of them', async () => {
    const here = await (await testWorld()).site()
    const admin = await here.staff('owner')
    const person = await here.member('Gast', { locale: 'de' })
    const rule = { match: 'all', conditions: [{ field: 'locale', test: 'is', values: ['de'] }] }
    const total = async () => (await here.post('segments/preview', { rule }, admin)).body.total
    expect(await total()).toBe(1)
    await here.world.db.updateTable('members').set({ role: 'guest' }).where('id', '=', person.id).execute()
    expect(await total()).toBe(0)
  })
})
