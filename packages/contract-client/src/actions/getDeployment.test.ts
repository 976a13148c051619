import { describe, expect } from 'vitest'
import { contract, txid } from '../../testing/accounts.ts'
import { notFound } from '../../testing/chainAnswers.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { clarityVersion, contractSource } from '../generated/contractSource.ts'

describe('the deployment', () => {
  const route = `GET /extended/v1/contract/${contract}`
  const deployed = {
    tx_id: txid,
    canonical: true,
    contract_id: contract,
    block_height: 2,
    clarity_version: clarityVersion,
    source_code: contractSource,
    abi: '{}',
  }

  test('is the transaction that deployed the contract', async ({ node, connect }) => {
    node.answer(route, { json: deployed })
    expect(await connect().getDeployment()).toEqual({ txid, blockHeight: 2 })
  })

  test('is null when there is none, and when a reorg took it', async ({ node, connect }) => {
    node.answer(route, notFound('cannot find contract by ID'))
    expect(await connect().getDeployment()).toBeNull()
    node.answer(route, { json: { ...deployed, canonical: false } })
    expect(await connect().getDeployment()).toBeNull()
  })

  test('is compared with medvault, to the letter and in its version of Clarity', async ({
    node,
    connect,
  }) => {
    const client = connect()
    node.answer(route, { json: deployed })
    expect(await client.getDeployedContract()).toEqual({ txid, blockHeight: 2, isMedvault: true })
    for (const other of [
      { source_code: `${contractSource} ` },
      { clarity_version: 3 },
      { clarity_version: null },
    ]) {
      node.answer(route, { json: { ...deployed, ...other } })
      expect(await client.getDeployedContract()).toMatchObject({ isMedvault: false })
    }
    node.answer(route, notFound('cannot find contract by ID'))
    expect(await client.getDeployedContract()).toBeNull()
  })
})
