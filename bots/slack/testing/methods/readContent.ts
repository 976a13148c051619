import { z } from 'zod'
import type { MessageBlock } from '../schemas/blockSchema.ts'
import { checkBlocks } from '../schemas/checkBlocks.ts'
import { findImageProblem } from '../schemas/findImageProblem.ts'
import type { FakeMessage, World } from '../World.ts'
import type { Answer, Call } from './Method.ts'
import { refuse } from './refuse.ts'

const metadataSchema = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
})

const LONGEST_TEXT = 40_000

export type Content = {
  readonly text: string
  readonly blocks: readonly MessageBlock[]
  readonly metadata: FakeMessage['metadata']
}

/** Reads and checks what a message says; gives each block an id where it has none, as Slack does. */
export function readContent(
  world: World,
  { team, args }: Call,
): { readonly content: Content } | { readonly refusal: Answer } {
  const text = typeof args.text === 'string' ? args.text : ''
  const checked = checkBlocks(args.blocks ?? [])
  if ('error' in checked) return { refusal: refuse(checked.error, checked.details) }
  const problem = findImageProblem(world, { team: team.id, blocks: checked.blocks })
  if (problem !== null) return { refusal: refuse('invalid_blocks', [problem]) }
  if (text.length > LONGEST_TEXT) return { refusal: refuse('msg_too_long') }
  if (text === '' && checked.blocks.length === 0) return { refusal: refuse('no_text') }
  const metadata = metadataSchema.safeParse(args.metadata)
  if (args.metadata !== undefined && !metadata.success) return { refusal: refuse('invalid_metadata_format') }
  return {
    content: {
      text,
      blocks: checked.blocks.map((block) => ({ ...block, block_id: block.block_id ?? world.nextId('b') })),
      metadata: metadata.success ? metadata.data : null,
    },
  }
}
