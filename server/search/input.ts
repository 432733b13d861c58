import { z } from '@hono/zod-openapi'
import { Words } from '../input.ts'

export const SearchQuery = z.strictObject({ q: Words })
