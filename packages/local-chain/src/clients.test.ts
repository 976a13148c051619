import { createClient } from '@stacks/blockchain-api-client'
import {
  broadcastTransaction,
  Cl,
  fetchAbi,
  fetchCallReadOnlyFunction,
  fetchContractMapEntry,
  fetchFeeEstimateTransaction,
  fetchFeeEstimateTransfer,
  fetchNonce,
  makeContractCall,
  makeContractDeploy,
  makeSTXTokenTransfer,
  serializePayloadBytes,
} from '@stacks/transactions'
import { afterAll, describe, expect, test } from 'vitest'
import { startTestChain } from '../testing/startTestChain.ts'

const { chain, network, account, contractId } = await startTestChain({ mining: 'immediate' })
afterAll(() => chain.close())

const [contractAddress = '', contractName = ''] = contractId.split('.')
const api = createClient({ baseUrl: chain.url })

async function getTransaction(txid: string) {
  const { data, error } = await api.GET('/extended/v3/transactions/{tx_id}', {
    params: { path: { tx_id: txid }, query: { include: ['result', 'function_args', 'source_code'] } },
  })
  expect(error).toBeUndefined()
  return data
}

describe('the unmodified @stacks/transactions', () => {
  test('makes, prices and sends a contract call, whose nonce and fee it asks the chain for', async () => {
    const senderKey = account('wallet_1').privateKey
    const transaction = await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'add',
      functionArgs: [Cl.uint(7)],
      senderKey,
      network,
      validateWithAbi: true,
    })
    const sent = await broadcastTransaction({ transaction, network })

    expect(sent).toEqual({ txid: transaction.txid() })
    expect(await getTransaction(transaction.txid())).toMatchObject({
      tx_id: `0x${transaction.txid()}`,
      status: 'success',
      sender: { address: account('wallet_1').address, nonce: 0 },
      sponsor: null,
      result: { hex: '0x070100000000000000000000000000000007', repr: '(ok u7)' },
      type: 'contract_call',
      contract_call: {
        contract_id: contractId,
        function_name: 'add',
        function_args: [{ hex: '0x0100000000000000000000000000000007', repr: 'u7' }],
      },
      block: { height: chain.getTip().height, tx_index: 0 },
      event_count: 1,
      vm_error: null,
    })
  })

  test('deploys a contract and calls it', async () => {
    const senderKey = account('wallet_2').privateKey
    const codeBody = '(define-public (greet) (ok "hello"))'
    const deployment = await makeContractDeploy({ contractName: 'greeter', codeBody, senderKey, network })
    expect(await broadcastTransaction({ transaction: deployment, network })).toEqual({
      txid: deployment.txid(),
    })
    expect(await getTransaction(deployment.txid())).toMatchObject({
      status: 'success',
      type: 'smart_contract',
      result: { repr: '(ok true)' },
      smart_contract: {
        contract_id: `${account('wallet_2').address}.greeter`,
        clarity_version: 4,
        source_code: codeBody,
      },
    })

    const call = await makeContractCall({
      contractAddress: account('wallet_2').address,
      contractName: 'greeter',
      functionName: 'greet',
      functionArgs: [],
      senderKey,
      network,
    })
    await broadcastTransaction({ transaction: call, network })
    expect(await getTransaction(call.txid())).toMatchObject({
      status: 'success',
      result: { repr: '(ok "hello")' },
    })
  })

  test('transfers STX with a memo, and the balances follow', async () => {
    const recipient = 'ST3YT0XW92E6T2FE59B2G5N2WNNFSBZ6MZKQS5D18'
    const transaction = await makeSTXTokenTransfer({
      recipient,
      amount: 1234n,
      memo: 'for the ward',
      senderKey: account('wallet_3').privateKey,
      network,
    })
    expect(await broadcastTransaction({ transaction, network })).toEqual({ txid: transaction.txid() })

    expect(await getTransaction(transaction.txid())).toMatchObject({
      status: 'success',
      type: 'token_transfer',
      token_transfer: { recipient, amount: '1234', memo: { repr: 'for the ward' } },
    })
    const fee = BigInt(transaction.auth.spendingCondition.fee)
    expect(await balanceOf(recipient)).toBe(1234n)
    expect(await balanceOf(account('wallet_3').address)).toBe(account('wallet_3').balance - 1234n - fee)
  })

  test('reads: a read-only function, a map entry, an ABI, a nonce and fees', async () => {
    const contract = { contractAddress, contractName, network }
    const senderAddress = account('wallet_1').address
    const count = await fetchCallReadOnlyFunction({
      ...contract,
      functionName: 'get-count',
      functionArgs: [],
      senderAddress,
    })
    expect(count).toEqual(Cl.uint(7))
    const mapName = 'steps'
    const known = await fetchContractMapEntry({
      ...contract,
      mapName,
      mapKey: Cl.tuple({ number: Cl.uint(7) }),
    })
    expect(Cl.prettyPrint(known)).toContain(`by: '${senderAddress}`)
    const unknown = await fetchContractMapEntry({
      ...contract,
      mapName,
      mapKey: Cl.tuple({ number: Cl.uint(8) }),
    })
    expect(unknown).toEqual(Cl.none())
    const abi = await fetchAbi(contract)
    expect(abi.functions.map(({ name }) => name)).toContain('add')
    expect(await fetchNonce({ address: senderAddress, network })).toBe(1n)

    const transaction = await makeContractCall({
      ...contract,
      functionName: 'add',
      functionArgs: [Cl.uint(1)],
      senderKey: account('wallet_1').privateKey,
      fee: 0,
      nonce: 0,
    })
    const payload = Buffer.from(serializePayloadBytes(transaction.payload)).toString('hex')
    const estimatedLength = transaction.serializeBytes().length
    const estimates = await fetchFeeEstimateTransaction({ payload, estimatedLength, network })
    expect(estimates.map(({ fee }) => fee)).toEqual([
      estimatedLength,
      2 * estimatedLength,
      5 * estimatedLength,
    ])
    expect(await fetchFeeEstimateTransfer({ transaction, network })).toBe(BigInt(estimatedLength))
  })

  async function balanceOf(address: string): Promise<bigint> {
    const response = await fetch(`${chain.url}/v2/accounts/${address}?proof=0`)
    const { balance } = (await response.json()) as { balance: string }
    return BigInt(balance)
  }
})

describe('the unmodified @stacks/blockchain-api-client', () => {
  test('reads the status, blocks by height and hash, and what is in them', async () => {
    const tip = chain.getTip()
    const status = await api.GET('/extended')
    expect(status.data).toMatchObject({
      status: 'ready',
      chain_tip: {
        block_height: tip.height,
        block_hash: tip.hash,
        index_block_hash: tip.indexHash,
        burn_block_height: 1,
      },
    })
    const blocks = await api.GET('/extended/v2/blocks/', { params: { query: { limit: 2 } } })
    expect(blocks.data?.results.map(({ height }) => height)).toEqual([tip.height, tip.height - 1])
    const byHash = await api.GET('/extended/v2/blocks/{height_or_hash}', {
      params: { path: { height_or_hash: tip.hash } },
    })
    expect(byHash.data).toMatchObject({ height: tip.height, tenure_height: 1, tx_count: 1, canonical: true })
    const inside = await api.GET('/extended/v2/blocks/{height_or_hash}/transactions', {
      params: { path: { height_or_hash: tip.height } },
    })
    expect(inside.data?.results.map(({ tx_id }) => tx_id)).toEqual([tip.txid])
  })

  test('reads a contract, what it printed, nonces and the transactions of an address', async () => {
    const contract = await api.GET('/extended/v1/contract/{contract_id}', {
      params: { path: { contract_id: contractId } },
    })
    expect(contract.data).toMatchObject({ contract_id: contractId, block_height: 2, clarity_version: 4 })
    const logs = await api.GET('/extended/v2/smart-contracts/{contract_id}/logs', {
      params: { path: { contract_id: contractId } },
    })
    expect(logs.data?.total).toBe(1)
    expect(logs.data?.results[0]?.contract_log.value.repr).toContain('(event "added")')
    const principal = account('wallet_1').address
    const nonces = await api.GET('/extended/v3/principals/{principal}/nonces', {
      params: { path: { principal } },
    })
    expect(nonces.data).toEqual({
      next_nonce: 1,
      last_confirmed_nonce: 0,
      mempool: { last_nonce: null, pending_nonces: [], missing_nonces: [] },
    })
    const transactions = await api.GET('/extended/v2/addresses/{address}/transactions', {
      params: { path: { address: principal } },
    })
    expect(transactions.data).toMatchObject({ total: 1, results: [{ stx_received: '0' }] })
  })

  test('is told what is wrong in the words of the API', async () => {
    const absent = await api.GET('/extended/v3/transactions/{tx_id}', {
      params: { path: { tx_id: '00'.repeat(32) } },
    })
    expect(absent.response.status).toBe(404)
    expect(absent.error).toEqual({ statusCode: 404, error: 'Not Found', message: 'Transaction not found' })
    const wrong = await api.GET('/extended/v3/transactions/{tx_id}', { params: { path: { tx_id: 'xyz' } } })
    expect(wrong.response.status).toBe(400)
    const noBlock = await api.GET('/extended/v2/blocks/{height_or_hash}', {
      params: { path: { height_or_hash: 999_999 } },
    })
    expect(noBlock.response.status).toBe(404)
  })
})
