import type { ReportWords } from '../en/report.ts'

const report: ReportWords = {
  title: 'Signaler cette contribution',
  intro: 'L’équipe lit chaque signalement. La personne concernée ne saura pas de qui il vient.',
  reason: 'Qu’est-ce qui ne va pas\u202f?',
  reasons: {
    spam: 'C’est de la publicité ou du spam',
    rude: 'C’est blessant ou cela vise quelqu’un',
    private: 'Des données privées y figurent',
    off_topic: 'Ce n’est pas au bon endroit',
    illegal: 'C’est contraire à la loi',
    other: 'Autre chose',
  },
  choose: 'Indiquez ce qui ne va pas, pour que la bonne personne le lise.',
  note: 'Une précision pour l’équipe\u202f? (facultatif)',
  send: 'Envoyer',
  cancel: 'Annuler',
  close: 'Fermer',
  sent: 'Signalement envoyé',
  sentHint: 'Merci. Quelqu’un de l’équipe lira cette contribution. Elle reste en place jusqu’à sa décision.',
}

export default report
