import { Cl, fetchCallReadOnlyFunction } from '@stacks/transactions'
import { expect, test } from 'vitest'
import { startTestChain } from '../testing/startTestChain.ts'

const zero = { read_count: 0, read_length: 0, runtime: 0, write_count: 0, write_length: 0 }

test('a chain that tracks no costs tells zero of everything, also after a reset and a reorg', async () => {
  const { chain, signCall, post, get } = await startTestChain({ trackCosts: false })
  const call = async (nonce: number) => {
    const { body: txid } = await post(await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce }))
    chain.mine()
    return get(`/extended/v3/transactions/0x${txid}`)
  }
  const told = { status: 200, body: { status: 'success', execution_cost: zero } }
  expect(await call(0)).toMatchObject(told)
  await chain.reset()
  expect(await call(0)).toMatchObject(told)
  await chain.reorg({ blocks: 1 })
  chain.mine()
  expect(await call(1)).toMatchObject(told)
  await chain.close()
})

test('it answers a read that costs more than a node allows', async () => {
  const { chain, network, contractId, account } = await startTestChain({ trackCosts: false })
  const [contractAddress = '', contractName = ''] = contractId.split('.')
  const read = fetchCallReadOnlyFunction({
    contractAddress,
    contractName,
    functionName: 'read-often',
    functionArgs: [],
    senderAddress: account('wallet_1').address,
    network,
  })
  await expect(read).resolves.toMatchObject({ type: expect.any(String) })
  await chain.close()
})
