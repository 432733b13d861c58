import { z } from '@hono/zod-openapi'

/** An image that was taken. `markdown` is what a post shows it by; `url` shows it to its author for some hours. */
export const ImageJson = z
  .object({
    id: z.uuid(),
    markdown: z.string(),
    url: z.string(),
    width: z.int(),
    height: z.int(),
  })
  .openapi('Image')
export type ImageJson = z.infer<typeof ImageJson>
