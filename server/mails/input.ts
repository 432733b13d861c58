import { z } from '@hono/zod-openapi'
import { cadencesChosen } from './json.ts'

export const MailChoicesEdit = z.strictObject(cadencesChosen).partial()
export type MailChoicesEdit = z.infer<typeof MailChoicesEdit>
