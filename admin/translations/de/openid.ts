import type { OpenIdFindingCode } from '../../../server/openid/json.ts'
import type { openId as en } from '../en/openid.ts'

type Values = Record<string, string>

const unread: Record<string, string> = {
  address: 'die Adresse ist keine mit https',
  private: 'die Adresse führt in ein internes Netz',
  unreachable: 'dort antwortet niemand',
  status: 'es gibt dort keine solche Seite',
  size: 'die Antwort ist größer als 128 kB',
  time: 'es dauerte über 5 Sekunden',
  form: 'die Antwort ist nicht die erwartete',
}

const findings: Record<OpenIdFindingCode, (v: Values) => string> = {
  read: () => 'Der Anbieter beschreibt, wie er arbeitet (Discovery).',
  unread: (v) =>
    `Was der Anbieter über sich sagt, ist nicht lesbar: ${unread[v.reason ?? ''] ?? v.reason}. Stimmt der Aussteller?`,
  issuer_good: () => 'Er nennt sich bei diesem Aussteller.',
  issuer_other: (v) =>
    `Er nennt sich „${v.said}“ und nicht „${v.issuer}“. Beides muss bis aufs letzte Zeichen gleich sein, auch der Schrägstrich am Ende: Entfernen Sie diesen Anbieter und fügen Sie ihn mit jenem Aussteller neu hinzu.`,
  endpoints_good: () => 'Seine Adressen sind in Ordnung.',
  endpoint_wrong: (v) => `Seine Adresse ${v.name} fehlt oder ist keine mit https.`,
  code_good: () => 'Er kennt den Ablauf mit Autorisierungscode.',
  code_none: () => 'Er bietet den Ablauf mit Autorisierungscode nicht an.',
  s256_good: () => 'Er kennt PKCE mit S256.',
  s256_none: () => 'Er kennt PKCE, aber nicht S256.',
  s256_unsaid: () => 'Er sagt nicht, ob er PKCE kennt. Wir verwenden es auf jeden Fall.',
  algorithm_good: (v) => `Er signiert mit ${v.algorithms}.`,
  algorithm_none: () =>
    'Er signiert mit keinem Verfahren, das hier gilt: RSA, ECDSA oder Ed25519, mit Schlüsseln, die er veröffentlicht.',
  client_good: () => 'Er nimmt das Client-Secret an.',
  client_none: () => 'Er nimmt kein Client-Secret an, weder im Header noch im Body.',
  email_unsaid: () =>
    'Er sagt nicht, dass er E-Mail-Adressen mitteilt. Ohne eine bestätigte kann sich niemand zum ersten Mal anmelden.',
  keys_good: () => 'Seine Schlüssel sind lesbar.',
  keys_unread: (v) => `Seine Schlüssel sind nicht lesbar: ${unread[v.reason ?? ''] ?? v.reason}.`,
  keys_none: () => 'Er veröffentlicht keinen Schlüssel.',
}

export const openId: typeof en = {
  words:
    'Lassen Sie das Team mit den Konten herein, die es schon hat, über OpenID Connect: Google, Okta, Keycloak und andere. Das öffnet nur diese Community, und nur für Menschen im Team.',
  add: 'Anbieter hinzufügen',
  adding: 'Anbieter hinzufügen',
  addAct: 'Hinzufügen und prüfen',
  editing: 'Anbieter bearbeiten',
  name: 'Name',
  nameHint: 'Er steht auf dem Knopf der Anmeldeseite: „Weiter mit …“.',
  issuer: 'Aussteller (Issuer)',
  issuerHint:
    'Die Adresse des Anbieters, zum Beispiel https://accounts.google.com. Sie lässt sich später nicht ändern.',
  issuerWrong: 'Das ist keine https-Adresse.',
  redirectUri: 'Redirect-URI',
  redirectHint: 'Tragen Sie sie beim Anbieter ein. Sie gehört nur zu ihm.',
  redirectCopied: 'Redirect-URI kopiert',
  clientId: 'Client-ID',
  clientSecret: 'Client-Secret',
  clientHint: 'Beides gibt Ihnen der Anbieter, wenn Sie diese Community dort als Webanwendung eintragen.',
  secretHint: 'Leer lassen, um das jetzige zu behalten. Es wird nie angezeigt.',
  secretNeeded: 'Zu einer neuen Client-ID gehört ihr eigenes Secret.',
  clientMissing: 'Beides wird gebraucht.',
  enterClient: 'Client-ID und Secret eintragen',
  ready: 'Auf der Anmeldeseite',
  unready: 'Noch nicht fertig',
  unreadyWords:
    'Tragen Sie die Redirect-URI beim Anbieter ein und danach hier die Client-ID und das Secret, die er Ihnen gibt. Bis dahin zeigt die Anmeldeseite ihn nicht.',
  people: (count) =>
    count === 0
      ? 'Noch hat sich niemand damit angemeldet.'
      : count === 1
        ? 'Eine Person hat sich damit angemeldet.'
        : `${count} Personen haben sich damit angemeldet.`,
  check: 'Prüfen',
  checkOne: (name) => `${name} prüfen`,
  checking: 'Wir lesen, was der Anbieter sagt …',
  good: 'Dieser Anbieter taugt für die Anmeldung.',
  bad: (count) => (count === 1 ? 'Eines stimmt nicht.' : `${count} Dinge stimmen nicht.`),
  states: { good: 'Richtig', bad: 'Falsch', note: 'Hinweis' },
  findings,
  made: (name) => `„${name}“ hinzugefügt`,
  saved: (name) => `„${name}“ gespeichert`,
  tooMany: 'Mehr dürfen es nicht sein. Entfernen Sie zuerst einen.',
  editOne: (name) => `${name} bearbeiten`,
  removeOne: (name) => `${name} entfernen`,
  removing: (name) => `„${name}“ entfernen`,
  removeWords: (people) =>
    people === 0
      ? 'Der Knopf verschwindet von der Anmeldeseite. Damit hat sich noch niemand angemeldet.'
      : `Der Knopf verschwindet von der Anmeldeseite, und ${people === 1 ? 'die eine Person, die sich damit angemeldet hat, vielleicht Sie selbst, wird' : `die ${people} Personen, die sich damit angemeldet haben, vielleicht auch Sie, werden`} sofort abgemeldet. Im Team ${people === 1 ? 'bleibt sie' : 'bleiben sie'} und ${people === 1 ? 'meldet' : 'melden'} sich mit einem Code per E-Mail an.`,
  removed: (name) => `„${name}“ entfernt`,
  emptyHeading: 'Noch kein Anbieter',
  emptyWords:
    'Das Team meldet sich mit einem Code, einem Passwort oder einem Passkey an. Das geht auch neben einem Anbieter weiter.',
  adminsOnly: 'Nur Administration und Inhaber sehen, über welche Anbieter sich das Team anmeldet.',

  continueWith: (name) => `Weiter mit ${name}`,

  account: {
    title: 'Anmeldung über einen Anbieter',
    words: 'Damit melden Sie sich bei dieser Community an und bei keiner anderen.',
    none: 'Noch keiner. Er erscheint hier, sobald Sie sich mit einem angemeldet oder ihn verknüpft haben.',
    link: (name) => `${name} verknüpfen`,
    since: (day) => `seit ${day}`,
    used: 'zuletzt benutzt',
    remove: (name) => `Nicht mehr mit ${name} anmelden`,
    removing: (name) => `Nicht mehr mit „${name}“ anmelden?`,
    removeWords:
      'Die Sitzungen, die er geöffnet hat, enden, und mit ihm kommt niemand mehr in Ihrem Namen herein. Sie können ihn hier wieder verknüpfen.',
    removeAct: 'Entfernen',
    removed: (name) => `„${name}“ meldet Sie nicht mehr an`,
    ofSite:
      'Sie sind über einen Anbieter dieser Community angemeldet. Das öffnet nur diese Community, höchstens mit den Rechten der Administration, und ändert nichts daran, wie Sie sich anmelden. Melden Sie sich dafür ab und mit einem Code, einem Passwort oder einem Passkey wieder an.',
  },
}
