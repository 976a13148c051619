import type { Values } from '@medikey/core'
import { z } from 'zod'
import { unescapeMarkup } from '../components/unescapeMarkup.ts'
import { retryIds } from './retryIds.ts'

const SHAPE = /^\*\*([a-z-]+):\*\* (.*)$/s

const partsSchema = z
  .tuple([
    z.object({ components: z.array(z.object({ id: z.int().optional(), content: z.string().optional() })) }),
  ])
  .catch([{ components: [] }])

/** What stood in a form, from the message that tells what was wrong with it. */
export function readRetryParts(components: unknown): Values {
  const [container] = partsSchema.parse(components)
  return Object.fromEntries(
    container.components.flatMap(({ id = 0, content = '' }) => {
      const [, name, value = ''] = SHAPE.exec(content) ?? []
      const isKept = id >= retryIds.first && id <= retryIds.last
      return isKept && name !== undefined ? [[name, unescapeMarkup(value)]] : []
    }),
  )
}
