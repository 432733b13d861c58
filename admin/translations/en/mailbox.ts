export const mailbox = {
  title: 'Mailbox',
  words: 'In development, without SMTP_URL, mails land here instead of being sent.',
  list: 'Mails',
  to: 'To',
  pick: 'Choose a mail to read it here',
  emptyHeading: 'No mail yet',
  emptyWords:
    'Sign-in codes and notifications show up here instead of being sent. Ask for a code to see one.',
}
