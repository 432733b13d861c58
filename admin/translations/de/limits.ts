import type { limits as en } from '../en/limits.ts'

export const limits: typeof en = {
  words:
    'Wie viel eine Person oder ein Netz in einer gewissen Zeit tun darf. Das hält Missbrauch fern; im Alltag bemerkt man es kaum.',
  groups: { part: 'Mitmachen', all: 'Alles zusammen', keys: 'API-Schlüssel', entry: 'Anmelden' },
  kinds: {
    votes: 'Stimmen',
    threads: 'Neue Themen',
    replies: 'Antworten',
    reports: 'Meldungen',
    pictures: 'Profilbilder',
    images: 'Bilder in Beiträgen',
    reads: 'Gelesene Seiten',
    exports: 'Dateien mit den eigenen Daten',
    searches: 'Suchen',
    changes: 'Änderungen jeder Art',
    keyReads: 'Abfragen durch API-Schlüssel',
    keyChanges: 'Änderungen durch API-Schlüssel',
    keyPosts: 'Themen und Antworten durch API-Schlüssel',
    signOns: 'Anmeldungen durch Ihre eigene Website',
    signInTries: 'Falsche Codes, Links und Passwörter',
    codesPerAddress: 'Codes per E-Mail an eine Adresse',
    codesPerNetwork: 'Codes per E-Mail für ein Netz',
    codesPerSite: 'Codes per E-Mail insgesamt',
    guestsPerNetwork: 'Neue Gäste aus einem Netz',
    guestsPerSite: 'Neue Gäste insgesamt',
  },
  of: {
    member: 'je Mitglied',
    viewer: 'je Mitglied und je Netz von Besuchern',
    key: 'je Schlüssel',
    network: 'je Netz',
    address: 'je Adresse',
    site: 'für die ganze Website',
  },
  spans: { 60: 'in einer Minute', 600: 'in 10 Minuten', 3600: 'in einer Stunde' },
  usual: (count) => `üblich sind\u00a0${count}`,
  bounds: (least, most) => `Eine ganze Zahl von ${least} bis ${most}`,
  network:
    'Ein Netz ist, was ein Haushalt, ein Büro oder ein Gerät bekommt: eine IPv4-Adresse oder die erste Hälfte einer IPv6-Adresse.',
  reset: 'Übliche Zahlen einsetzen',
}
