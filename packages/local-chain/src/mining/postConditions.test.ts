import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl, makeContractCall, Pc, type PostCondition } from '@stacks/transactions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestChain, type TestChain } from '../../testing/startTestChain.ts'
import type { LocalChainOptions } from '../LocalChainOptions.ts'

let dataDir: string
let running: TestChain | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-chain-'))
})
afterEach(async () => {
  await running?.chain.close()
  await rm(dataDir, { recursive: true })
})

async function start(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  running = await startTestChain({ dataDir, ...options })
  return running
}

async function pay(
  test: TestChain,
  { nonce, postConditions }: { nonce: number; postConditions: PostCondition[] },
) {
  const [contractAddress = '', contractName = ''] = test.contractId.split('.')
  const transaction = await makeContractCall({
    contractAddress,
    contractName,
    functionName: 'pay',
    functionArgs: [Cl.uint(500), Cl.principal(test.account('wallet_2').address)],
    senderKey: test.account('wallet_1').privateKey,
    network: test.network,
    nonce,
    fee: 1000,
    postConditions,
  })
  const { status, body } = await test.post(transaction.serialize())
  expect(status).toBe(200)
  return body as string
}

async function add(test: TestChain, nonce: number): Promise<string> {
  const { status, body } = await test.post(
    await test.signCall({ functionName: 'add', args: [Cl.uint(1)], nonce }),
  )
  expect(status).toBe(200)
  return body as string
}

async function mineAll({ chain }: TestChain): Promise<void> {
  const headers = { authorization: `Bearer ${chain.token}` }
  expect((await fetch(`${chain.url}/local/mine`, { method: 'POST', headers })).status).toBe(200)
}

const statusOf = async ({ get }: TestChain, txid: string) =>
  ((await get(`/extended/v3/transactions/${txid}`)).body as { status: string }).status

async function lookAt(test: TestChain) {
  const { get, account, contractId } = test
  const paths = [
    '/extended/v2/blocks?limit=30',
    '/extended/v1/tx/mempool',
    `/extended/v2/addresses/${account('wallet_1').address}/transactions`,
    `/v2/accounts/${account('wallet_1').address}?proof=0`,
    `/v2/accounts/${account('wallet_2').address}?proof=0`,
    `/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`,
  ]
  return Promise.all(paths.map(get))
}

describe('a transaction that moves what its sender did not agree to', () => {
  test('aborts, spends nonce and fee, and leaves the rest of the chain as if it had never run', async () => {
    const test = await start()
    const { chain, get, account, contractId } = test
    const before = await add(test, 0)
    const violating = await pay(test, { nonce: 1, postConditions: [] })
    const after = await add(test, 2)
    await mineAll(test)

    expect(await statusOf(test, before)).toBe('success')
    expect(await statusOf(test, after)).toBe('success')
    expect((await get(`/extended/v3/transactions/${violating}?include=result`)).body).toMatchObject({
      status: 'abort_by_post_condition',
      result: { repr: '(ok true)' },
      event_count: 0,
      vm_error: `No post-condition covers that ${account('wallet_1').address} sent STX.`,
    })
    const balance = (amount: bigint) => `0x${amount.toString(16).padStart(32, '0')}`
    expect((await get(`/v2/accounts/${account('wallet_1').address}?proof=0`)).body).toMatchObject({
      nonce: 3,
      balance: balance(account('wallet_1').balance - 3000n),
    })
    expect((await get(`/v2/accounts/${account('wallet_2').address}?proof=0`)).body).toMatchObject({
      balance: balance(account('wallet_2').balance),
    })
    const { body: logs } = await get(`/extended/v2/smart-contracts/${contractId}/logs?limit=1`)
    expect(JSON.stringify(logs)).toContain(`(height u${chain.getTip().height})`)
  })

  test('is what it was after a restart, also when the process ended before the verdict was written', async () => {
    const test = await start()
    await pay(test, { nonce: 0, postConditions: [] })
    await add(test, 1)
    await mineAll(test)
    test.chain.advanceTenures()
    const before = await lookAt(test)
    await test.chain.close()

    const again = await start()
    expect(await lookAt(again)).toEqual(before)
    await again.chain.close()

    const journal = join(dataDir, 'journal.jsonl')
    const lines = (await readFile(journal, 'utf8')).split('\n')
    const without = lines.filter((line) => !line.includes('"verdict"'))
    expect(without).toHaveLength(lines.length - 1)
    await writeFile(journal, without.join('\n'))
    expect(await lookAt(await start())).toEqual(before)
  })

  test('succeeds when its conditions cover it', async () => {
    const test = await start()
    const postConditions = [Pc.principal(test.account('wallet_1').address).willSendEq(500).ustx()]
    const txid = await pay(test, { nonce: 0, postConditions })
    await mineAll(test)
    expect(await statusOf(test, txid)).toBe('success')
    expect((await test.get(`/extended/v3/transactions/${txid}?include=post_conditions`)).body).toMatchObject({
      post_conditions: [
        {
          type: 'stx',
          condition_code: 'sent_equal_to',
          amount: '500',
          principal: { type_id: 'principal_standard', address: test.account('wallet_1').address },
        },
      ],
    })
  })

  test('does not stop a chain that mines at once', async () => {
    const test = await start({ mining: 'immediate' })
    const violating = await pay(test, { nonce: 0, postConditions: [] })
    const next = await add(test, 1)
    expect(await statusOf(test, violating)).toBe('abort_by_post_condition')
    expect(await statusOf(test, next)).toBe('success')
  })

  test('does not hold up tenures that begin while the VM is made again', async () => {
    const test = await start()
    await pay(test, { nonce: 0, postConditions: [] })
    test.chain.mine()
    test.chain.advanceTenures({ count: 2 })
    test.chain.mine({ blocks: 1 })
    await add(test, 1)
    await mineAll(test)
    const { body } = await test.get(`/extended/v2/smart-contracts/${test.contractId}/logs?limit=1`)
    const { height, tenureHeight } = test.chain.getTip()
    expect(JSON.stringify(body)).toContain(`(height u${height})`)
    expect(JSON.stringify(body)).toContain(`(tenure u${tenureHeight})`)
  })
})
