import { ago, type Ground, idAt, known } from './ground.ts'

/** Companies, their people, and the staff with the accounts they sign in by. */
export function plantPeople(ground: Ground): void {
  const { rows, siteId: site_id } = ground
  const founded = ago(ground, Math.max(...ground.story.people.map((person) => person.joinedDaysAgo)))
  const companies = new Map<string, string>()
  const pilots = new Set(ground.story.companies.filter((one) => one.pilot).map((one) => one.key))
  for (const { key, name, plan, revenue } of ground.story.companies) {
    const id = idAt(founded)
    companies.set(key, id)
    rows.add('companies', { site_id, id, external_id: key, name, plan, revenue })
  }
  for (const story of ground.story.people) {
    const joined = ago(ground, story.joinedDaysAgo)
    const id = idAt(joined)
    const staff = story.role !== undefined
    ground.people.set(story.key, { story, id, joined, staff })
    const accountId = staff ? idAt(joined) : null
    if (accountId) {
      const operator = story.role === 'owner'
      rows.add('accounts', {
        id: accountId,
        // The site's own account, so that the link that a start prints opens it.
        email: operator ? `owner@${ground.story.site.slug}.invalid` : story.email,
        name: story.name,
        operator,
        created_at: joined,
      })
    }
    rows.add('members', {
      site_id,
      id,
      role: story.role ?? 'member',
      name: story.name,
      email: story.email,
      locale: story.locale,
      company_id: story.company ? known(companies, story.company, 'company') : null,
      attributes: {
        ...(story.title ? { title: story.title } : {}),
        ...(pilots.has(story.company ?? '') ? { pilot: true } : {}),
      },
      account_id: accountId,
      // Those who try new things out let others see what they voted for.
      votes_shown: pilots.has(story.company ?? ''),
      created_at: joined,
    })
    // Customers come by the host's sign-on; the team proves its addresses by codes.
    rows.add('identities', {
      site_id,
      connection_id: staff ? ground.connections.email : ground.connections.sso,
      subject: staff ? story.email : story.key,
      member_id: id,
      created_at: joined,
    })
  }
}
