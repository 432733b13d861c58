import type { OpenIdFindingCode } from '../../../server/openid/json.ts'

type Values = Record<string, string>

const unread: Record<string, string> = {
  address: 'the address is not https',
  private: 'the address leads inside a network',
  unreachable: 'nothing answers there',
  status: 'there is no such page',
  size: 'the answer is larger than 128 kB',
  time: 'it took over 5 seconds',
  form: 'the answer is not what it should be',
}

const findings: Record<OpenIdFindingCode, (v: Values) => string> = {
  read: () => 'The provider says how it works (discovery).',
  unread: (v) =>
    `What the provider says of itself cannot be read: ${unread[v.reason ?? ''] ?? v.reason}. Is the issuer right?`,
  issuer_good: () => 'It calls itself by this issuer.',
  issuer_other: (v) =>
    `It calls itself “${v.said}”, not “${v.issuer}”. They must be alike to the last character, a slash at the end included: remove this provider and add it anew with that issuer.`,
  endpoints_good: () => 'Its addresses are in order.',
  endpoint_wrong: (v) => `Its ${v.name} is missing or not https.`,
  code_good: () => 'It knows the authorization code flow.',
  code_none: () => 'It does not offer the authorization code flow.',
  s256_good: () => 'It knows PKCE with S256.',
  s256_none: () => 'It knows PKCE, but not S256.',
  s256_unsaid: () => 'It does not say whether it knows PKCE. It is used in any case.',
  algorithm_good: (v) => `It signs with ${v.algorithms}.`,
  algorithm_none: () =>
    'It signs by no algorithm that is taken here: RSA, ECDSA or Ed25519, by keys that it publishes.',
  client_good: () => 'It takes the client secret.',
  client_none: () => 'It does not take a client secret, neither in the header nor in the body.',
  email_unsaid: () =>
    'It does not say that it sends e-mail addresses. Without a verified one, nobody signs in the first time.',
  keys_good: () => 'Its keys can be read.',
  keys_unread: (v) => `Its keys cannot be read: ${unread[v.reason ?? ''] ?? v.reason}.`,
  keys_none: () => 'It publishes no key.',
}

export const openId = {
  words:
    'Let the team sign in with the accounts that it has already, by OpenID Connect: Google, Okta, Keycloak and others. It opens this community only, and only to people who are on the team.',
  add: 'Add a provider',
  adding: 'Add a provider',
  addAct: 'Add and check',
  editing: 'Edit the provider',
  name: 'Name',
  nameHint: 'It stands on the button of the sign-in page: “Continue with …”.',
  issuer: 'Issuer',
  issuerHint: 'The address of the provider, as in https://accounts.google.com. It cannot be changed later.',
  issuerWrong: 'This is not an https address.',
  redirectUri: 'Redirect URI',
  redirectHint: 'Register it at the provider. It is this provider’s own.',
  redirectCopied: 'Redirect URI copied',
  clientId: 'Client id',
  clientSecret: 'Client secret',
  clientHint: 'The provider gives both when you register this community there, as a web application.',
  secretHint: 'Leave it empty to keep the present one. It is never shown.',
  secretNeeded: 'A new client id comes with its own secret.',
  clientMissing: 'Both are needed.',
  enterClient: 'Enter client id and secret',
  ready: 'On the sign-in page',
  unready: 'Not finished',
  unreadyWords:
    'Register the redirect URI at the provider, then enter the client id and secret that it gives you. Until then, the sign-in page does not show it.',
  people: (count: number) =>
    count === 0
      ? 'Nobody has signed in with it yet.'
      : count === 1
        ? 'One person has signed in with it.'
        : `${count} people have signed in with it.`,
  check: 'Check',
  checkOne: (name: string) => `Check ${name}`,
  checking: 'Reading what the provider says…',
  good: 'This provider is fit for signing in.',
  bad: (count: number) => (count === 1 ? 'One thing is wrong.' : `${count} things are wrong.`),
  states: { good: 'Right', bad: 'Wrong', note: 'Note' },
  findings,
  made: (name: string) => `“${name}” added`,
  saved: (name: string) => `“${name}” saved`,
  tooMany: 'There are as many as there may be. Remove one first.',
  editOne: (name: string) => `Edit ${name}`,
  removeOne: (name: string) => `Remove ${name}`,
  removing: (name: string) => `Remove “${name}”`,
  removeWords: (people: number) =>
    people === 0
      ? 'Its button goes from the sign-in page. Nobody has signed in with it.'
      : `Its button goes from the sign-in page, and ${people === 1 ? 'the one person' : `the ${people} people`} who signed in with it, perhaps you too, are signed out at once. They stay on the team and sign in by a code sent to their e-mail.`,
  removed: (name: string) => `“${name}” removed`,
  emptyHeading: 'No provider yet',
  emptyWords: 'The team signs in by a code, a password or a passkey. That goes on working beside a provider.',
  adminsOnly: 'Only admins and owners see by which providers the team signs in.',

  continueWith: (name: string) => `Continue with ${name}`,

  account: {
    title: 'Signed in with a provider',
    words: 'By these you sign in to this community, and to no other.',
    none: 'None yet. It appears here once you have signed in with one, or linked it.',
    link: (name: string) => `Link ${name}`,
    since: (day: string) => `since ${day}`,
    used: 'last used',
    remove: (name: string) => `No longer sign in with ${name}`,
    removing: (name: string) => `No longer sign in with “${name}”?`,
    removeWords:
      'The sessions that it opened end, and it lets nobody in as you any more. You can link it again here.',
    removeAct: 'Remove',
    removed: (name: string) => `“${name}” no longer signs you in`,
    ofSite:
      'You are signed in with a provider of this community. That opens this community only, with the rights of an admin at most, and changes nothing of how you sign in. For that, sign out and sign in by a code, a password or a passkey.',
  },
}
