import { Cl } from '@stacks/transactions'
import { expect, test } from 'vitest'
import { connectRaw } from '../../testing/connectRaw.ts'
import { startTestChain } from '../../testing/startTestChain.ts'

test('after a reorg its transactions are told pending again, with the balances of whom they involve', async () => {
  const { chain, account, signCall, post } = await startTestChain()
  const { address } = account('wallet_1')
  const tx = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 0 })
  const { body: txid } = await post(tx)
  chain.mine()
  const { ask, next, socket } = await connectRaw(chain.url)
  for (const params of [
    { event: 'tx_update', tx_id: txid },
    { event: 'address_balance_update', address },
  ])
    await ask(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscribe', params }))

  await chain.reorg({ blocks: 1 })

  expect(await next()).toMatchObject({
    method: 'tx_update',
    params: { tx_id: `0x${txid}`, tx_status: 'pending' },
  })
  expect(await next()).toMatchObject({
    method: 'address_balance_update',
    params: { address, total_fees_sent: '0' },
  })
  socket.terminate()
  await chain.close()
})
