import type { SeedTag } from './story.ts'

export const tags: SeedTag[] = [
  { slug: 'routing', names: { en: 'Routing', fr: 'Itinéraires', de: 'Routen' } },
  { slug: 'vehicles', names: { en: 'Vehicles', fr: 'Véhicules', de: 'Fahrzeuge' } },
  { slug: 'dispatch', names: { en: 'Dispatch', fr: 'Répartition', de: 'Disposition' } },
  { slug: 'battery', names: { en: 'Battery', fr: 'Batterie', de: 'Akku' } },
  { slug: 'stops', names: { en: 'Stops', fr: 'Arrêts', de: 'Stopps' } },
  { slug: 'riders', names: { en: 'Riders', fr: 'Livreurs', de: 'Fahrpersonal' } },
  { slug: 'rules', names: { en: 'Rules', fr: 'Règles', de: 'Vorschriften' } },
  { slug: 'arrival-times', names: { en: 'Arrival times', fr: 'Heures d’arrivée', de: 'Ankunftszeiten' } },
  { slug: 'proof', names: { en: 'Proof of delivery', fr: 'Preuve de livraison', de: 'Zustellnachweis' } },
  { slug: 'rider-app', names: { en: 'Rider app', fr: 'Appli livreur', de: 'Fahr-App' } },
  { slug: 'map-data', names: { en: 'Map data', fr: 'Données de carte', de: 'Kartendaten' } },
  { slug: 'depots', names: { en: 'Depots', fr: 'Dépôts', de: 'Depots' } },
  { slug: 'recipients', names: { en: 'Recipients', fr: 'Destinataires', de: 'Empfänger' } },
  { slug: 'integrations', names: { en: 'Integrations', fr: 'Connexions', de: 'Schnittstellen' } },
  { slug: 'billing', names: { en: 'Billing', fr: 'Facturation', de: 'Abrechnung' } },
  { slug: 'privacy', names: { en: 'Privacy', fr: 'Vie privée', de: 'Datenschutz' } },
]
