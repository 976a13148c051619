import { describe, expect } from 'vitest'
import { txid } from '../../testing/accounts.ts'
import { blockHash } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { NodeUnreachableError } from '../errors/NodeUnreachableError.ts'

describe('the tip', () => {
  test('is the newest block that the API knows', async ({ node, connect }) => {
    const tip = { block_height: 12, block_hash: blockHash, index_block_hash: txid, burn_block_height: 3 }
    node.answer('GET /extended', { json: { server_version: 'x', status: 'ready', chain_tip: tip } })
    expect(await connect().getTip()).toEqual({ blockHeight: 12, blockHash, burnBlockHeight: 3 })
  })

  test('of an API that knows no block yet may be asked for again', async ({ node, connect }) => {
    node.answer('GET /extended', { json: { server_version: 'x', status: 'ready', chain_tip: null } })
    expect(await failureOf(connect().getTip())).toBeInstanceOf(NodeUnreachableError)
  })
})
