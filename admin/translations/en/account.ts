import { counter } from '../counting.ts'

const n = counter('en')

export const account = {
  title: 'My account',
  words: (email: string) => `How you sign in as ${email}, in every community of this installation.`,
  again: 'Sign in again',
  againWords: 'Changing how you sign in takes a sign-in of the last ten minutes.',

  password: {
    title: 'Password',
    none: 'You have none. You sign in by a code sent to your e-mail.',
    since: (day: string) => `Set on ${day}. A code sent to your e-mail works as well.`,
    set: 'Set a password',
    change: 'Change the password',
    remove: 'Remove it',
    removing: 'Do without a password?',
    removeWords:
      'From then on you sign in by a code sent to your e-mail. You are signed out everywhere but here.',
    removed: 'The password is removed',
    present: 'Present password',
    fresh: 'New password',
    hint: 'At least 8 characters. A few words that do not belong together are good; no special characters are needed. You are signed out everywhere but here.',
    length: 'A password has 8 to 256 characters.',
    act: 'Save',
    done: 'The password is saved. You are signed out everywhere else.',
  },

  authenticator: {
    title: 'Second factor',
    words:
      'An app on your phone makes a code that is asked for after the first step, whether that was a code by e-mail, a link or a password.',
    none: 'Not turned on.',
    set: 'Turn on',
    since: (day: string) => `On since ${day}.`,
    left: (count: number) => `${n(count, 'recovery code', 'recovery codes')} left.`,
    renew: 'New recovery codes',
    headings: {
      add: 'Turn the second factor on',
      remove: 'Turn the second factor off',
      renew: 'Make new recovery codes',
    },
    acts: { add: 'Turn on', remove: 'Turn off', renew: 'Make them' },
    scan: 'Scan this with an authenticator app, then type the code that it shows.',
    qr: 'QR code with the key for your authenticator app',
    key: 'Or type this key into the app',
    keyHint: 'By time, six digits.',
    anyCode: 'Code of the app, or a recovery code',
    removeWords: 'Who has your password or your mailbox can then sign in without your phone.',
    renewWords: 'The codes you have stop working.',
    codes: 'Recovery codes',
    codesHint: 'Each works once, in place of the app.',
    keep: 'Keep these where you find them without your phone. They are shown this once.',
    kept: 'I have kept them',
    removed: 'The second factor is turned off',
  },

  sessions: {
    title: 'Where you are signed in',
    words: 'A session ends after 14 days without use, and after 90 days in any case.',
    unknown: 'Unknown device',
    ways: {
      link: 'by a link',
      code: 'by a code',
      password: 'by password',
      passkey: 'by passkey',
      openid: 'with a provider of a community',
    },
    current: 'this one',
    seen: 'last used',
    end: 'Sign out',
    endOne: (device: string) => `Sign out: ${device}`,
    ended: (device: string) => `Signed out: ${device}`,
    endAll: 'Sign out everywhere else',
    endedAll: 'Signed out everywhere else',
  },

  passkeys: {
    title: 'Passkeys',
    words:
      'A passkey is kept by your device or password manager and opened by your finger, face or PIN. It signs you in by itself: no password, no code.',
    none: 'You have none yet.',
    add: 'Add a passkey',
    adding: 'Add a passkey',
    name: 'Name',
    nameHint: 'So that you know it again, such as “Laptop” or “Key on my ring”.',
    go: 'Go on',
    made: (name: string) => `The passkey “${name}” is added`,
    there: 'This device has a passkey of yours already.',
    refused: 'The passkey was not made. Nothing was changed. You can try again.',
    added: (day: string) => `added on ${day}`,
    used: 'last used',
    unused: 'not used yet',
    remove: (name: string) => `Remove the passkey “${name}”`,
    removing: (name: string) => `Remove “${name}”?`,
    removeWords: 'It no longer signs you in. Delete it on the device as well.',
    removeAct: 'Remove',
    removed: (name: string) => `The passkey “${name}” is removed`,
    impossible: 'This browser, or the address of this server, does not allow passkeys.',
  },

  mail: {
    title: 'By mail',
    words: (site: string) =>
      `What ${site} tells you by mail. Daily mails leave at 07:00 UTC, weekly ones on Mondays.`,
    kinds: {
      assignments: 'Threads that are assigned to me',
      mentions: 'When somebody mentions me',
      follows: 'What is new in what I follow',
      officials: 'Official answers',
      statuses: 'The status of my ideas and of those that I voted for or follow',
    },
    cadences: { soon: 'At once', day: 'Daily', week: 'Weekly', none: 'Not by mail' },
    saved: 'Saved',
  },
}
