import type { Locale } from '../../words.ts'
import { de } from './de.ts'
import { en, type PageWords } from './en.ts'
import { fr } from './fr.ts'

export type { PageWords }
export const pageWords: Record<Locale, PageWords> = { en, fr, de }
