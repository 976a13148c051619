import { z } from 'zod'
import { type MessageBlock, messageBlockSchema } from './blockSchema.ts'
import { hasUniqueBlockIds } from './hasUniqueBlockIds.ts'

const blocksSchema = z
  .array(messageBlockSchema)
  .max(50)
  .refine(hasUniqueBlockIds, { message: 'block_id is used twice' })

/** The characters of all blocks together that Slack takes; above it says `msg_blocks_too_long`. */
const LARGEST_MESSAGE = 13_200

export type CheckedBlocks =
  | { readonly blocks: MessageBlock[] }
  | { readonly error: string; readonly details: readonly string[] }

/** Checks a message's blocks against the limits of Slack, which emulators tend not to know. */
export function checkBlocks(value: unknown): CheckedBlocks {
  const parsed = blocksSchema.safeParse(value)
  if (!parsed.success) {
    return {
      error: 'invalid_blocks',
      details: parsed.error.issues.map(
        (issue) => `[ERROR] ${issue.message} [json-pointer:/blocks/${issue.path.join('/')}]`,
      ),
    }
  }
  if (JSON.stringify(parsed.data).length > LARGEST_MESSAGE) {
    return { error: 'msg_blocks_too_long', details: [] }
  }
  return { blocks: parsed.data }
}
