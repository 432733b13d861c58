import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** With which a user signs in to it, where one does. */
export const signInWord = 'open'

/** A real SMTP server on loopback that keeps what it is given. */
export class MailCatcher {
  private readonly mails: { to: string; mail: Email }[] = []
  private readonly waiting: (() => void)[] = []
  /** Addresses that it takes nothing for. */
  readonly refused = new Set<string>()
  /** Addresses that it takes nothing for at the moment (RFC 5321, 451). */
  readonly busy = new Set<string>()
  /** Addresses that it gives no answer for until that is kept. */
  readonly held = new Map<string, Promise<void>>()
  /** Whether it takes nothing from whoever sends (550 to MAIL FROM). */
  refusesSenders = false
  private readonly server: SMTPServer
  readonly port: number

  private constructor(server: SMTPServer, port: number) {
    this.server = server
    this.port = port
  }

  static async open(): Promise<MailCatcher> {
    let catcher: MailCatcher
    const server = new SMTPServer({
      authOptional: true,
      allowInsecureAuth: true,
      authMethods: ['PLAIN'],
      disabledCommands: ['STARTTLS'],
      // Who names a user has to know the word; nobody has to name one.
      onAuth({ username, password }, _session, done) {
        if (password === signInWord) done(null, { user: username })
        else done(Object.assign(new Error('No such sign-in.'), { responseCode: 535 }))
      },
      onMailFrom(_address, _session, done) {
        done(catcher.refusesSenders ? new Error('We do not know you.') : undefined)
      },
      async onRcptTo({ address }, _session, done) {
        await catcher.held.get(address)
        if (catcher.busy.has(address)) done(Object.assign(new Error('Busy.'), { responseCode: 451 }))
        else done(catcher.refused.has(address) ? new Error('Try again later.') : undefined)
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
            for (const to of session.envelope.rcptTo) catcher.keep(to.address, mail)
            done()
          })
        })
      },
    })
    const port = await new Promise<number>((listening) => {
      server.listen(0, '127.0.0.1', function (this: { address(): { port: number } }) {
        listening(this.address().port)
      } as never)
    })
    catcher = new MailCatcher(server, port)
    return catcher
  }

  private keep(to: string, mail: Email): void {
    this.mails.push({ to, mail })
    for (const wake of this.waiting.splice(0)) wake()
  }

  /** The newest mail to an address, as soon as there are at least `count`. The test's own time limit bounds it. */
  async to(address: string, count = 1): Promise<Email> {
    for (;;) {
      const mails = this.all(address)
      if (mails.length >= count) return mails.at(-1)!
      await new Promise<void>((wake) => this.waiting.push(wake))
    }
  }

  /** The code of the newest mail to an address that has one, as soon as there are at least `count` of them. */
  async code(address: string, count = 1): Promise<string> {
    for (;;) {
      const codes = this.all(address).flatMap((mail) => /\b\d{6}\b/.exec(mail.text ?? '')?.[0] ?? [])
      if (codes.length >= count) return codes.at(-1)!
      await new Promise<void>((wake) => this.waiting.push(wake))
    }
  }

  all(address: string): Email[] {
    return this.mails.filter((one) => one.to === address).map((one) => one.mail)
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()))
  }
}
