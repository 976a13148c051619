import { Cl, makeContractCall } from '@stacks/transactions'
import { expect, test } from 'vitest'
import { connectRaw } from '../../testing/connectRaw.ts'
import { manifestPath } from '../../testing/manifestPath.ts'
import { openChain } from '../chain/openChain.ts'
import { createApp } from '../http/createApp.ts'
import { createFaults } from '../http/createFaults.ts'
import { listen } from '../http/listen.ts'
import { startMiner } from '../mining/startMiner.ts'
import { deployProject } from '../project/deployProject.ts'
import { readProject } from '../project/readProject.ts'

test('after a reorg its transactions are told pending again, with the balances of whom they involve', async () => {
  const project = await readProject({ manifestPath })
  const { accounts } = project
  const chain = await openChain({ dataDir: null, fresh: false, accounts })
  await deployProject(chain, { project, dataDir: null })
  const onError = (error: unknown) => {
    throw error
  }
  const options = { mining: 'manual', blockTimeMs: 1000, tenureTimeMs: null, tenureBlocks: null } as const
  const miner = startMiner(chain, { ...options, onError })
  const app = createApp({ chain, miner, accounts, token: 'token', faults: createFaults(), onError })
  const { url, close } = await listen(app, { host: '127.0.0.1', port: 0 })
  const sender = accounts[1]
  const [contractAddress = '', contractName = ''] = project.contracts[0]?.contractId.split('.') ?? []
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'add',
    functionArgs: [Cl.uint(1)],
    senderKey: sender?.privateKey ?? '',
    network: 'devnet',
    nonce: 0,
    fee: 1000,
  })
  miner.submit({ bytes: transaction.serializeBytes() })
  miner.mine()
  const { ask, next, socket } = await connectRaw(url)
  for (const params of [
    { event: 'tx_update', tx_id: transaction.txid() },
    { event: 'address_balance_update', address: sender?.address },
  ])
    await ask(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'subscribe', params }))

  const orphaned = chain.index.minedInOrder.slice(-1)
  for (const {
    transaction: { txid },
  } of orphaned)
    chain.index.mined.delete(txid)
  for (const pending of orphaned) chain.mempool.add(pending)
  chain.events.emit('reorg', orphaned)

  expect(await next()).toMatchObject({
    method: 'tx_update',
    params: { tx_id: `0x${transaction.txid()}`, tx_status: 'pending' },
  })
  expect(await next()).toMatchObject({
    method: 'address_balance_update',
    params: { address: sender?.address, total_fees_sent: '1000' },
  })
  socket.terminate()
  await close()
  chain.vm.free()
})
