import { counter } from '../counting.ts'
import type { account as en } from '../en/account.ts'

const n = counter('de')

export const account: typeof en = {
  title: 'Mein Konto',
  words: (email) => `Wie Sie sich als ${email} anmelden, in allen Communitys dieser Installation.`,
  again: 'Noch einmal anmelden',
  againWords: 'Um Ihre Anmeldung zu ändern, müssen Sie sich in den letzten zehn Minuten angemeldet haben.',

  password: {
    title: 'Passwort',
    none: 'Sie haben keines. Sie melden sich mit einem Code an, der an Ihre E-Mail-Adresse geht.',
    since: (day) => `Festgelegt am ${day}. Ein Code an Ihre E-Mail-Adresse funktioniert weiterhin.`,
    set: 'Passwort festlegen',
    change: 'Passwort ändern',
    remove: 'Entfernen',
    removing: 'Ohne Passwort auskommen?',
    removeWords:
      'Sie melden sich dann mit einem Code an, der an Ihre E-Mail-Adresse geht. Überall sonst werden Sie abgemeldet.',
    removed: 'Das Passwort ist entfernt',
    present: 'Jetziges Passwort',
    fresh: 'Neues Passwort',
    hint: 'Mindestens 8 Zeichen. Ein paar Wörter, die nichts miteinander zu tun haben, sind gut; Sonderzeichen braucht es nicht. Überall sonst werden Sie abgemeldet.',
    length: 'Ein Passwort hat 8 bis 256 Zeichen.',
    act: 'Speichern',
    done: 'Das Passwort ist gespeichert. Überall sonst sind Sie abgemeldet.',
  },

  authenticator: {
    title: 'Zweiter Faktor',
    words:
      'Eine App auf Ihrem Telefon zeigt einen Code, der nach dem ersten Schritt verlangt wird, ob das ein Code per E-Mail, ein Link oder ein Passwort war.',
    none: 'Nicht eingeschaltet.',
    set: 'Einschalten',
    since: (day) => `Eingeschaltet seit ${day}.`,
    left: (count) => `Noch ${n(count, 'Wiederherstellungscode', 'Wiederherstellungscodes')}.`,
    renew: 'Neue Wiederherstellungscodes',
    headings: {
      add: 'Zweiten Faktor einschalten',
      remove: 'Zweiten Faktor ausschalten',
      renew: 'Neue Wiederherstellungscodes erstellen',
    },
    acts: { add: 'Einschalten', remove: 'Ausschalten', renew: 'Erstellen' },
    scan: 'Scannen Sie dies mit einer Authentifizierungs-App und geben Sie den Code ein, den sie zeigt.',
    qr: 'QR-Code mit dem Schlüssel für Ihre Authentifizierungs-App',
    key: 'Oder geben Sie diesen Schlüssel in die App ein',
    keyHint: 'Zeitbasiert, sechs Ziffern.',
    anyCode: 'Code der App oder ein Wiederherstellungscode',
    removeWords: 'Wer Ihr Passwort oder Ihr Postfach hat, kann sich dann ohne Ihr Telefon anmelden.',
    renewWords: 'Die Codes, die Sie haben, gelten dann nicht mehr.',
    codes: 'Wiederherstellungscodes',
    codesHint: 'Jeder gilt einmal, anstelle der App.',
    keep: 'Bewahren Sie diese Codes so auf, dass Sie sie ohne Ihr Telefon finden. Sie werden nur dieses eine Mal gezeigt.',
    kept: 'Ich habe sie aufbewahrt',
    removed: 'Der zweite Faktor ist ausgeschaltet',
  },

  sessions: {
    title: 'Wo Sie angemeldet sind',
    words: 'Eine Sitzung endet nach 14 Tagen ohne Nutzung, und nach 90 Tagen auf jeden Fall.',
    unknown: 'Unbekanntes Gerät',
    ways: {
      link: 'mit einem Link',
      code: 'mit einem Code',
      password: 'mit Passwort',
      passkey: 'mit Passkey',
      openid: 'über den Anbieter einer Community',
    },
    current: 'diese hier',
    seen: 'zuletzt genutzt',
    end: 'Abmelden',
    endOne: (device) => `Abmelden: ${device}`,
    ended: (device) => `Abgemeldet: ${device}`,
    endAll: 'Überall sonst abmelden',
    endedAll: 'Überall sonst abgemeldet',
  },

  passkeys: {
    title: 'Passkeys',
    words:
      'Einen Passkey bewahrt Ihr Gerät oder Ihr Passwort-Manager auf, und Finger, Gesicht oder PIN öffnen ihn. Er allein meldet Sie an: ohne Passwort, ohne Code.',
    none: 'Sie haben noch keinen.',
    add: 'Passkey hinzufügen',
    adding: 'Passkey hinzufügen',
    name: 'Name',
    nameHint: 'Damit Sie ihn wiedererkennen, etwa „Laptop“ oder „Schlüsselbund“.',
    go: 'Weiter',
    made: (name) => `Der Passkey „${name}“ ist hinzugefügt`,
    there: 'Dieses Gerät hat schon einen Passkey von Ihnen.',
    refused:
      'Der Passkey wurde nicht erstellt. Es wurde nichts geändert. Sie können es noch einmal versuchen.',
    added: (day) => `hinzugefügt am ${day}`,
    used: 'zuletzt genutzt',
    unused: 'noch nicht genutzt',
    remove: (name) => `Passkey „${name}“ entfernen`,
    removing: (name) => `„${name}“ entfernen?`,
    removeWords: 'Er meldet Sie dann nicht mehr an. Löschen Sie ihn auch auf dem Gerät.',
    removeAct: 'Entfernen',
    removed: (name) => `Der Passkey „${name}“ ist entfernt`,
    impossible: 'Dieser Browser oder die Adresse dieses Servers lässt keine Passkeys zu.',
  },

  mail: {
    title: 'Per E-Mail',
    words: (site) =>
      `Was ${site} Ihnen per E-Mail mitteilt. Tägliche E-Mails gehen um 7 Uhr UTC hinaus, wöchentliche montags.`,
    kinds: {
      assignments: 'Themen, die mir zugewiesen werden',
      mentions: 'Wenn mich jemand erwähnt',
      follows: 'Neues in meinen Abonnements',
      officials: 'Offizielle Antworten',
      statuses: 'Der Status meiner Ideen und derer, für die ich gestimmt oder die ich abonniert habe',
    },
    cadences: { soon: 'Sofort', day: 'Täglich', week: 'Wöchentlich', none: 'Nicht per E-Mail' },
    saved: 'Gespeichert',
  },
}
