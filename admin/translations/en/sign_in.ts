export const signIn = {
  title: (site: string) => `Sign in to ${site}`,
  linkReady: 'Your sign-in link is ready.',
  linkOnce: 'It works once, within 30 minutes of being made.',
  button: 'Sign in',
  linkSpent:
    'This link has been used already, or is older than 30 minutes. Ask for a new one: npm run site -- owner-link, or use your e-mail below.',
  email: 'E-mail address',
  emailHint: 'We send you a code of six digits.',
  emailWrong: 'This does not look like an e-mail address.',
  send: 'Send me a code',
  sent: (email: string) => `If ${email} belongs to the team, a code is on its way.`,
  code: 'Six-digit code',
  codeWrong: 'This code is not right, or older than ten minutes. Check it, or ask for a new one.',
  codeShort: 'The code has six digits.',
  otherEmail: 'Use another address',
  newCode: 'Send a new code',
  notTeam: 'This account does not belong to the team of this site.',
}
