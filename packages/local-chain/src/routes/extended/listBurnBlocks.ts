import type { Block } from '../../chain/Block.ts'
import { getTip } from '../../chain/getTip.ts'
import type { App, RouteDeps } from '../../http/RouteDeps.ts'
import { ApiError } from './ApiError.ts'
import { parsePage } from './parsePage.ts'
import { partitionPoint } from './partitionPoint.ts'
import { toIso } from './toIso.ts'

/** `GET /extended/v2/burn-blocks` and one of them: the tenures, newest first, with the Stacks blocks of each. */
export function listBurnBlocks(app: App, { chain }: RouteDeps): void {
  app.get('/extended/v2/burn-blocks', (c) => {
    const { limit, offset } = parsePage(c, { resource: 'burnBlock' })
    const total = getTip(chain).burn.height
    const newest = total - offset
    const count = Math.max(0, Math.min(limit, newest))
    const results = Array.from({ length: count }, (_, i) => toBurnBlock(blocksOf(newest - i)))
    return c.json({ limit, offset, total, results })
  })
  app.get('/extended/v2/burn-blocks/:heightOrHash', (c) => {
    const wanted = c.req.param('heightOrHash')
    const blocks = blocksOf(toHeight(wanted))
    if (blocks.length === 0) throw new ApiError({ status: 404, message: 'Burn block not found' })
    return c.json(toBurnBlock(blocks))
  })

  function toHeight(wanted: string): number {
    if (wanted === 'latest') return getTip(chain).burn.height
    if (/^\d{1,15}$/.test(wanted)) return Number(wanted)
    if (!/^(0x)?[a-fA-F0-9]{64}$/.test(wanted)) {
      throw new ApiError({
        status: 400,
        message: 'params/height_or_hash must be a burn block height or hash',
      })
    }
    const hash = `0x${wanted.replace(/^0x/, '').toLowerCase()}`
    return chain.index.blocks.find(({ burn }) => burn.hash === hash)?.burn.height ?? 0
  }
  function blocksOf(burnHeight: number): readonly Block[] {
    const { blocks } = chain.index
    const start = partitionPoint(blocks, ({ burn }) => burn.height < burnHeight)
    return blocks.slice(
      start,
      partitionPoint(blocks, ({ burn }) => burn.height <= burnHeight),
    )
  }
}

function toBurnBlock(blocks: readonly Block[]) {
  const [first] = blocks
  const last = blocks.at(-1)
  if (first === undefined || last === undefined)
    throw new Error('A burn block without Stacks blocks was asked for.')
  const { burn } = first
  return {
    burn_block_time: burn.time,
    burn_block_time_iso: toIso(burn.time),
    burn_block_hash: burn.hash,
    burn_block_height: burn.height,
    stacks_blocks: blocks.map(({ hash }) => hash).reverse(),
    avg_block_time: blocks.length < 2 ? 0 : Math.round((last.time - first.time) / (blocks.length - 1)),
    total_tx_count: blocks.filter(({ txid }) => txid !== null).length,
  }
}
