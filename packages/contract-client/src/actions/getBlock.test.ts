import { describe, expect } from 'vitest'
import { blockHash, notFound, time } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'

const block = {
  canonical: true,
  height: 12,
  hash: blockHash,
  block_time: time,
  block_time_iso: new Date(time * 1000).toISOString(),
  tenure_height: 5,
  index_block_hash: `0x${'c1'.repeat(32)}`,
  parent_block_hash: `0x${'d1'.repeat(32)}`,
  burn_block_height: 3,
}

describe('a block', () => {
  test('is found by its height and by its hash', async ({ node, connect }) => {
    node.answer('GET /extended/v2/blocks/12', { json: block })
    node.answer(`GET /extended/v2/blocks/${blockHash}`, { json: block })
    const client = connect()
    const expected = {
      height: 12,
      hash: blockHash,
      parentHash: block.parent_block_hash,
      time: new Date(time * 1000),
      tenureHeight: 5,
      burnBlockHeight: 3,
    }
    expect(await client.getBlock({ height: 12 })).toEqual(expected)
    expect(await client.getBlock({ hash: blockHash })).toEqual(expected)
  })

  test('is null where there is none, and where it is not canonical any more', async ({ node, connect }) => {
    node.answer('GET /extended/v2/blocks/13', notFound('Block not found'))
    node.answer('GET /extended/v2/blocks/12', { json: { ...block, canonical: false } })
    expect(await connect().getBlock({ height: 13 })).toBeNull()
    expect(await connect().getBlock({ height: 12 })).toBeNull()
  })

  test.for([
    ['height', { height: -1 }],
    ['height', { height: 1.5 }],
    ['hash', { hash: 'latest' }],
    ['hash', { hash: '../x' }],
  ] as const)('is not asked for by a %s of %o', async ([argument, options], { node, connect }) => {
    expect(await failureOf(connect().getBlock(options))).toMatchObject({ argument })
    expect(node.requests).toEqual([])
  })
})
