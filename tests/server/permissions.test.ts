import { beforeAll, describe, expect, it } from 'vitest'
import { type Ask, askerOf, nobody, type Premise, premiseOf, type RouteCase } from '../support/routes/case.ts'
import { type Asker, askers, expectedOf } from '../support/routes/permissions.ts'
import { routeTable } from '../support/routes/table.ts'
import { suspended } from '../support/suspended.ts'
import { type Answer, type Person, type StaffRole, testWorld } from '../support/world.ts'

// Every route, asked by everybody: by each role, by nobody, and by the people of another site.

let premise: Premise
let foreign: Premise
let people: Record<Asker, Person>
beforeAll(async () => {
  const { site } = await testWorld()
  premise = await premiseOf(await site())
  foreign = await premiseOf(await site())
  people = Object.fromEntries(
    await Promise.all(askers.map(async (asker) => [asker, await come(asker)] as const)),
  ) as typeof people
})

/** Somebody new who is such an asker, and owns nothing. */
async function come(asker: Asker): Promise<Person> {
  if (asker === 'visitor') return nobody
  if (asker === 'suspended member') return suspended(premise.site)
  const [role, elsewhere] = asker.split(' ') as [StaffRole | 'member', string?]
  const { site } = elsewhere ? foreign : premise
  if (asker === 'guest') return site.guest()
  return role === 'member' ? site.member() : site.staff(role)
}

function send(row: RouteCase, { path, ...ask }: Ask, as: Person): Promise<Answer> {
  return premise.site.request(row.route.split(' ')[0]!, path, { as, ...ask })
}

describe('sec-A01, sec-A02: who may do what', () => {
  it.each(routeTable.map((row) => [row.route, row] as const))('%s', async (_, row) => {
    const found: Partial<Record<Asker, number>> = {}
    const refused = await row.ask(premise, await askerOf(premise, row))
    for (const asker of askers) {
      const admitted = expectedOf(row, asker) < 400 || row.unfit?.includes(asker)
      const person = row.ofNewcomer ? await come(asker) : people[asker]
      const answer = await send(row, admitted ? await row.ask(premise, person) : refused, person)
      found[asker] = answer.status
      if (answer.status >= 400)
        expect(answer.body).toMatchObject({ status: answer.status, code: expect.stringMatching(/^[a-z_]+$/) })
    }
    expect(found).toEqual(Object.fromEntries(askers.map((asker) => [asker, expectedOf(row, asker)])))
  })
})
