import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl, makeContractCall, makeContractDeploy } from '@stacks/transactions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { controlChain } from '../../testing/controlChain.ts'
import { lookAtChain } from '../../testing/lookAtChain.ts'
import { manifestPath } from '../../testing/manifestPath.ts'
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

async function copyProject(): Promise<{ manifestPath: string; contract: string }> {
  const project = join(dataDir, 'project')
  await cp(join(manifestPath, '..'), project, { recursive: true })
  return {
    manifestPath: join(project, 'Clarinet.toml'),
    contract: join(project, 'contracts', 'counter.clar'),
  }
}

async function add(test: TestChain, nonce: number, fee = 1000): Promise<string> {
  const tx = await test.signCall({ functionName: 'add', args: [Cl.uint(1)], nonce, fee })
  const { status, body } = await test.post(tx)
  expect(status).toBe(200)
  return body as string
}

const statusOf = async ({ get }: TestChain, txid: string) =>
  ((await get(`/extended/v3/transactions/${txid}`)).body as { status: string }).status

const blocksOf = async ({ get }: TestChain) =>
  ((await get('/extended/v2/blocks?limit=30')).body as { results: { hash: string; height: number }[] })
    .results

describe('a reorg', () => {
  test('makes the orphaned transactions pending again, with their bytes and nonces, in every listing', async () => {
    const test = await start()
    const { chain, get, account } = test
    const stays = await add(test, 0)
    chain.mine()
    const orphaned = [await add(test, 1), await add(test, 2)]
    chain.mine()
    const raw = await get(`/extended/v1/tx/${orphaned[0]}/raw`)
    const gone = await chain.reorg({ blocks: 2 })

    expect(gone.map(({ txid }) => txid)).toEqual(orphaned.map((txid) => `0x${txid}`))
    expect(await statusOf(test, stays)).toBe('success')
    for (const txid of orphaned) {
      expect(await statusOf(test, txid)).toBe('pending')
      expect((await get(`/extended/v1/tx/${txid}`)).body).toMatchObject({ tx_status: 'pending' })
    }
    expect(await get(`/extended/v1/tx/${orphaned[0]}/raw`)).toEqual(raw)
    const { address } = account('wallet_1')
    expect((await get('/extended/v3/mempool/transactions')).body).toMatchObject({
      total: 2,
      results: [{ tx_id: `0x${orphaned[1]}` }, { tx_id: `0x${orphaned[0]}` }],
    })
    expect((await get(`/extended/v3/principals/${address}/nonces`)).body).toMatchObject({
      next_nonce: 3,
      last_confirmed_nonce: 0,
      mempool: { last_nonce: 2, pending_nonces: [1] },
    })
    expect((await get(`/extended/v1/address/${address}/nonces`)).body).toMatchObject({
      last_executed_tx_nonce: 0,
      last_mempool_tx_nonce: 2,
      possible_next_nonce: 3,
    })
    expect((await get(`/v2/accounts/${address}?proof=0`)).body).toMatchObject({ nonce: 1 })
  })

  test('takes logs, state, fees and the blocks with their hashes away, and mining brings the first three back', async () => {
    const test = await start()
    const { chain, get, account, contractId } = test
    const looks = () =>
      Promise.all(
        [
          `/extended/v2/smart-contracts/${contractId}/logs`,
          `/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`,
          `/v2/accounts/${account('wallet_1').address}?proof=0`,
          `/extended/v2/addresses/${account('wallet_1').address}/transactions`,
        ].map(get),
      )
    const empty = await looks()
    const time = { at: '2031-02-03T03:00:00Z', frozen: true }
    expect((await controlChain(chain, 'POST', '/local/time', time)).status).toBe(200)
    await add(test, 0)
    chain.mine()
    const { hash, indexHash, height } = chain.getTip()
    const [logs] = await looks()
    expect(logs?.body).toMatchObject({ total: 1 })
    await chain.reorg({ blocks: 1 })

    expect(await looks()).toEqual(empty)
    for (const old of [hash, indexHash, String(height)]) {
      expect((await get(`/extended/v2/blocks/${old}`)).status).toBe(404)
    }
    chain.mine()
    // The same transaction at the same time and height, and yet another block.
    expect(chain.getTip()).toMatchObject({ height })
    expect(chain.getTip().hash).not.toBe(hash)
    expect(chain.getTip().indexHash).not.toBe(indexHash)
    const [again, count] = await looks()
    expect(again?.body).toMatchObject({ total: 1 })
    expect(count?.body).toEqual({ data: '0x0100000000000000000000000000000001' })
  })

  test('takes tenures and burn blocks back, and contracts see the heights of the fork', async () => {
    const test = await start()
    const { chain, get, contractId } = test
    chain.advanceTenures({ count: 3 })
    const { burn } = chain.getTip()
    await chain.reorg({ blocks: 2, empty: 1 })
    expect(chain.getTip()).toMatchObject({ tenureHeight: 2, burn: { height: 2 }, height: 4, txid: null })
    chain.advanceTenures({ count: 2 })
    expect(chain.getTip().burn).toMatchObject({ height: burn.height })
    expect(chain.getTip().burn.hash).not.toBe(burn.hash)
    await add(test, 0)
    chain.mine()
    const { height, tenureHeight } = chain.getTip()
    const { body } = await get(`/extended/v2/smart-contracts/${contractId}/logs?limit=1`)
    expect(JSON.stringify(body)).toMatch(
      new RegExp(`\\(burn u${tenureHeight}\\).*\\(height u${height}\\).*\\(tenure u${tenureHeight}\\)`),
    )
  })

  test('takes a deployed contract away until it is mined again', async () => {
    const test = await start()
    const { chain, get, post, account } = test
    const deployment = await makeContractDeploy({
      contractName: 'greeter',
      codeBody: '(define-public (greet) (ok "hello"))',
      senderKey: account('wallet_2').privateKey,
      network: test.network,
      nonce: 0,
      fee: 1000,
    })
    await post(deployment.serialize())
    chain.mine()
    const contractId = `${account('wallet_2').address}.greeter`
    await chain.reorg({ blocks: 1 })
    expect((await get(`/extended/v1/contract/${contractId}`)).status).toBe(404)
    const call = await makeContractCall({
      contractAddress: account('wallet_2').address,
      contractName: 'greeter',
      functionName: 'greet',
      functionArgs: [],
      senderKey: account('wallet_3').privateKey,
      network: test.network,
      nonce: 0,
      fee: 1000,
    })
    expect((await post(call.serialize())).body).toMatchObject({ reason: 'NoSuchContract' })
    chain.mine()
    expect((await get(`/extended/v1/contract/${contractId}`)).status).toBe(200)
    expect((await post(call.serialize())).status).toBe(200)
  })

  test('may take the project’s deployment, also over a restart, but never the genesis', async () => {
    const test = await start()
    const { chain, contractId } = test
    const { height } = chain.getTip()
    const genesis = (await blocksOf(test)).at(-1)
    for (const blocks of [height, height + 5]) {
      expect(await controlChain(chain, 'POST', '/local/reorg', { blocks })).toEqual({
        status: 400,
        body: { error: 'Bad Request', message: expect.stringMatching(/genesis block.*orphan at most 1\.$/) },
      })
      await expect(chain.reorg({ blocks })).rejects.toMatchObject({ code: 'LOCAL_CHAIN_REORG_TOO_DEEP' })
    }
    expect((await controlChain(chain, 'POST', '/local/reorg', { blocks: 1 })).body).toMatchObject({
      orphaned: [{ height }],
      tip: { height: 1, hash: genesis?.hash },
    })
    expect((await test.get(`/extended/v1/contract/${contractId}`)).status).toBe(404)
    const before = await lookAtChain(test)
    await chain.close()

    const again = await start()
    expect(await lookAtChain(again)).toEqual(before)
    again.chain.mine()
    expect((await again.get(`/extended/v1/contract/${contractId}`)).status).toBe(200)
    await again.chain.close()
    await start()
  })

  test('is refused when it makes no sense', async () => {
    const { chain } = await start()
    const tip = chain.getTip()
    for (const body of [{}, { blocks: 0 }, { blocks: 1.5 }, { blocks: '1' }, { blocks: 1, empty: -1 }]) {
      expect((await controlChain(chain, 'POST', '/local/reorg', body)).status).toBe(400)
      await expect(chain.reorg(body as never)).rejects.toMatchObject({ code: 'LOCAL_CHAIN_OPTIONS_INVALID' })
    }
    expect(chain.getTip()).toEqual(tip)
  })

  test('is the same after a restart, hashes included, whatever was mined on the fork', async () => {
    const test = await start()
    const { chain } = test
    for (const nonce of [0, 1, 2]) await add(test, nonce)
    chain.mine()
    await chain.reorg({ blocks: 2, empty: 3 })
    await add(test, 3)
    chain.mine({ blocks: 2 })
    chain.advanceTenures()
    await chain.reorg({ blocks: 1 })
    const before = await lookAtChain(test)
    await chain.close()
    const again = await start()
    expect(await lookAtChain(again)).toEqual(before)
    expect(again.chain.mine()).toHaveLength(1)
  })

  test('lets a replacement made after it win, and the replaced one stay dropped', async () => {
    const test = await start()
    const replaced = await add(test, 0)
    const mined = await add(test, 0, 2000)
    test.chain.mine()
    await test.chain.reorg({ blocks: 1 })
    expect([await statusOf(test, replaced), await statusOf(test, mined)]).toEqual([
      'dropped_replace_by_fee',
      'pending',
    ])
    const last = await add(test, 0, 3000)
    expect(await statusOf(test, mined)).toBe('dropped_replace_by_fee')
    expect((await test.get('/extended/v3/mempool/transactions')).body).toMatchObject({ total: 1 })
    test.chain.mine()
    expect(await statusOf(test, last)).toBe('success')
  })

  test('leaves to a chain that mines at once what it orphaned until the next transaction comes', async () => {
    const test = await start({ mining: 'immediate' })
    const orphaned = await add(test, 0)
    await test.chain.reorg({ blocks: 1 })
    expect(await statusOf(test, orphaned)).toBe('pending')
    const next = await add(test, 1)
    expect([await statusOf(test, orphaned), await statusOf(test, next)]).toEqual(['success', 'success'])
  })

  test('has a transaction that was undone judged anew, and a restart knows both verdicts', async () => {
    const test = await start()
    const { chain, account, post, contractId } = test
    const [contractAddress = '', contractName = ''] = contractId.split('.')
    const pay = await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'pay',
      functionArgs: [Cl.uint(500), Cl.principal(account('wallet_2').address)],
      senderKey: account('wallet_1').privateKey,
      network: test.network,
      nonce: 0,
      fee: 1000,
    })
    const source = '(define-public (pay (amount uint) (recipient principal)) (ok true))'
    const { body: txid } = await post(pay.serialize())
    await controlChain(chain, 'POST', '/local/mine')
    expect(await statusOf(test, txid as string)).toBe('abort_by_post_condition')
    await chain.reorg({ blocks: 2 })
    // On the new fork the contract that it calls is another one, which moves nothing.
    const harmless = await makeContractDeploy({
      contractName,
      codeBody: source,
      senderKey: account('deployer').privateKey,
      network: test.network,
      nonce: 0,
      fee: 90_000_000_000,
      postConditionMode: 'allow',
    })
    expect((await post(harmless.serialize())).status).toBe(200)
    await controlChain(chain, 'POST', '/local/mine')
    expect(await statusOf(test, txid as string)).toBe('success')
    const before = await lookAtChain(test)
    await chain.close()
    await expect(start()).rejects.toMatchObject({ code: 'LOCAL_CHAIN_CONTRACT_CHANGED' })
    const project = await copyProject()
    await writeFile(project.contract, source)
    expect(await lookAtChain(await start({ manifestPath: project.manifestPath }))).toEqual(before)
  })

  test('takes back what was undone, whose undoing it finds under way', async () => {
    const test = await start()
    const { chain, contractId, account, post, get } = test
    const [contractAddress = '', contractName = ''] = contractId.split('.')
    await add(test, 0)
    chain.mine()
    const violating = await makeContractCall({
      contractAddress,
      contractName,
      functionName: 'pay',
      functionArgs: [Cl.uint(500), Cl.principal(account('wallet_2').address)],
      senderKey: account('wallet_1').privateKey,
      network: test.network,
      nonce: 1,
      fee: 1000,
    })
    const { body: txid } = await post(violating.serialize())
    chain.mine()
    await chain.reorg({ blocks: 2 })
    expect((await get(`/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`)).body).toEqual({
      data: '0x0100000000000000000000000000000000',
    })
    await controlChain(chain, 'POST', '/local/mine')
    expect(await statusOf(test, txid as string)).toBe('abort_by_post_condition')
    const before = await lookAtChain(test)
    await chain.close()
    expect(await lookAtChain(await start())).toEqual(before)
  })
})
