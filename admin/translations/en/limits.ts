export const limits = {
  words:
    'How much one person or one network may do in a while. It keeps floods out; people hardly ever notice.',
  groups: { part: 'Taking part', all: 'Everything together', entry: 'Signing in' },
  kinds: {
    votes: 'Votes',
    threads: 'New threads',
    replies: 'Replies',
    reports: 'Reports',
    pictures: 'Profile pictures',
    reads: 'Pages read',
    searches: 'Searches',
    changes: 'Changes of any kind',
    signOns: 'Sign-ons by your own site',
    signInTries: 'Wrong codes, links and passwords',
    codesPerAddress: 'Codes by e-mail to one address',
    codesPerNetwork: 'Codes by e-mail for one network',
    codesPerSite: 'Codes by e-mail in all',
  },
  of: {
    member: 'for each member',
    viewer: 'for each member, and each network of visitors',
    network: 'for each network',
    address: 'for each address',
    site: 'for the whole site',
  },
  spans: { 60: 'in a minute', 600: 'in 10 minutes', 3600: 'in an hour' } as Record<number, string>,
  usual: (count: string) => `usually\u00a0${count}`,
  bounds: (least: string, most: string) => `A whole number from ${least} to ${most}`,
  network:
    'A network is what one household, office or machine is given: an IPv4 address, or the first half of an IPv6 one.',
  reset: 'Use the usual numbers',
}
