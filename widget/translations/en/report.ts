// The form that reports a post.
const report = {
  title: 'Report this post',
  intro: 'The team reads every report. The author is not told who sent it.',
  reason: 'What is wrong with it?',
  reasons: {
    spam: 'It is advertising or spam',
    rude: 'It is rude or attacks somebody',
    private: 'It shows private data',
    off_topic: 'It is in the wrong place',
    illegal: 'It is against the law',
    other: 'Something else',
  },
  choose: 'Choose what is wrong, so that the right person reads it.',
  note: 'Anything the team should know? (optional)',
  send: 'Send report',
  cancel: 'Cancel',
  close: 'Close',
  sent: 'Report sent',
  sentHint:
    'Thank you. Somebody of the team will read the post. It stays where it is until they have decided.',
}

export default report
export type ReportWords = typeof report
