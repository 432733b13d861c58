import { z } from '@hono/zod-openapi'
import { type Locale, LocaleJson } from '../words.ts'

/** A thread by its title, which is empty where its reader may not know it; then so is the language of it. */
export const TitledJson = z.object({
  number: z.int(),
  title: z.string(),
  language: LocaleJson.nullable(),
})

export const titledJson = (
  number: number,
  title: string,
  language: Locale | null,
): z.infer<typeof TitledJson> => ({ number, title, language: title ? language : null })
