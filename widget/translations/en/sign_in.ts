// The sign-in by e-mail code.
const signIn = {
  title: 'Sign in',
  intro: 'We send you a code of six digits. There is no password to remember.',
  ended: (kept: boolean) => `Your session has ended.${kept ? ' Your text is kept.' : ''}`,
  email: 'Your e-mail address',
  send: 'Send me a code',
  codeTitle: 'Type the code',
  codeIntro: (email: string) =>
    `We sent six digits to ${email}. They are good for ten minutes, on this device.`,
  code: 'Code',
  confirm: 'Sign in',
  other: 'Use another address',
  again: 'Send a new code',
  sentAgain: 'A new code is on its way.',
  close: 'Close',
  badEmail: 'Type the whole address, such as lea@example.org.',
  badCode: 'Type the six digits from the e-mail.',
  refused: 'This code is not right, or it is too old. Look for the newest e-mail, or have a new code sent.',
  elsewhere: 'Sign in on this site first',
  elsewhereHint: (site: string) =>
    `${site} signs you in with the account you have here. Sign in at the top of the page, then come back; what you wrote is kept.`,
  guest: {
    or: 'or',
    offer: 'Continue as a guest',
    offerHint: 'Without an address. What you do then belongs to this device, until you sign in.',
    title: 'Continue as a guest',
    intro:
      'You take part from this device and are marked as a guest. If you sign in later, you keep all of it.',
    name: 'Your name (optional)',
    nameHint: 'Without one you appear as “Guest” with a number.',
    badName: 'Choose another name: this one holds something that cannot be shown.',
    working: 'Your browser is doing a small piece of work, which keeps bots out. It takes a few seconds.',
    ready: 'Your browser has done its piece of work, which keeps bots out.',
    enter: 'Continue',
    entering: 'One moment…',
    cancel: 'Cancel',
  },
}

export default signIn
export type SignInWords = typeof signIn
