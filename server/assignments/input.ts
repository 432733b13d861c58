import { z } from '@hono/zod-openapi'

export const Assignment = z.strictObject({ member: z.uuid() })
