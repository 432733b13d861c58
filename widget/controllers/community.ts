import { Api } from '../api.ts'
import { Session } from './session.ts'
import { Votes } from './votes.ts'

/** One site as this document knows it: its API, who is signed in, and their votes. */
export interface Community {
  api: Api
  session: Session
  votes: Votes
}

const known = new Map<string, Community>()

/** The same community for every widget of the document that shows the site. */
export const communityOf = (base: string, site: string): Community => {
  const key = `parvis:${base}:${site}`
  let community = known.get(key)
  if (!community) {
    const session = new Session(key)
    const api = new Api(base, site, session)
    session.api = api
    community = { api, session, votes: new Votes(api) }
    known.set(key, community)
  }
  return community
}
