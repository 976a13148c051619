import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deserializeTransaction } from '@stacks/transactions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { controlChain } from '../../testing/controlChain.ts'
import { manifestPath } from '../../testing/manifestPath.ts'
import { startTestChain, type TestChain } from '../../testing/startTestChain.ts'
import type { LocalChainOptions } from '../LocalChainOptions.ts'

const stranger = 'ST3YT0XW92E6T2FE59B2G5N2WNNFSBZ6MZKQS5D18'
let folder: string
let running: TestChain | undefined
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-chain-'))
})
afterEach(async () => {
  await running?.chain.close()
  await rm(folder, { recursive: true })
})

async function start(options: Partial<LocalChainOptions> = {}): Promise<TestChain> {
  running = await startTestChain(options)
  return running
}

async function balanceOf({ get }: TestChain, address: string): Promise<bigint> {
  const { body } = await get(`/v2/accounts/${address}?proof=0`)
  return BigInt((body as { balance: string }).balance)
}

async function askAsApiClient({ chain }: TestChain, query: string) {
  const response = await fetch(`${chain.url}/extended/v1/faucets/stx${query}`, { method: 'POST' })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}

describe('the faucet', () => {
  test('answers as the API’s does and gives 500 STX in a signed transfer', async () => {
    const test = await start()
    const { status, body } = await askAsApiClient(test, `?address=${stranger}&stacking=false`)
    expect(status).toBe(200)
    expect(body).toEqual({ success: true, txId: expect.stringMatching(/^0x/), txRaw: expect.any(String) })
    expect(`0x${deserializeTransaction(body.txRaw ?? '').txid()}`).toBe(body.txId)
    test.chain.mine()
    expect((await test.get(`/extended/v3/transactions/${body.txId}`)).body).toMatchObject({
      status: 'success',
      sender: { address: test.account('faucet').address },
    })
    expect(await balanceOf(test, stranger)).toBe(500_000_000n)
  })

  test('gives what it is asked for under /local and in the process, and survives reorgs and restarts', async () => {
    const dataDir = join(folder, 'data')
    const test = await start({ dataDir })
    const gift = { address: stranger, amount: '1234567890123' }
    expect((await controlChain(test.chain, 'POST', '/local/faucet', gift)).status).toBe(200)
    await test.chain.faucet({ address: stranger, amount: 7n })
    test.chain.mine()
    await test.chain.reorg({ blocks: 2 })
    expect(await balanceOf(test, stranger)).toBe(0n)
    test.chain.mine()
    expect(await balanceOf(test, stranger)).toBe(1_234_567_890_130n)
    await test.chain.close()
    expect(await balanceOf(await start({ dataDir }), stranger)).toBe(1_234_567_890_130n)
  })

  test('serves many at once, each with a nonce of its own, until a node would take no more', async () => {
    const test = await start()
    const asked = await Promise.all(
      Array.from({ length: 28 }, () => askAsApiClient(test, `?address=${stranger}`)),
    )
    expect(new Set(asked.map(({ body }) => body.txId).filter(Boolean)).size).toBe(27)
    expect(asked.filter(({ status }) => status !== 200)).toEqual([
      { status: 400, body: { success: false, error: expect.stringMatching(/transfers wait, mine them/) } },
    ])
    test.chain.mine()
    expect(await balanceOf(test, stranger)).toBe(27n * 500_000_000n)
    expect((await askAsApiClient(test, `?address=${stranger}`)).status).toBe(200)
  })

  test('is the deployer’s account where the project names none', async () => {
    const project = join(folder, 'project')
    await cp(join(manifestPath, '..'), project, { recursive: true })
    const settings = join(project, 'settings', 'Devnet.toml')
    const text = await readFile(settings, 'utf8')
    await writeFile(settings, text.replace('[accounts.faucet]', '[accounts.someone]'))
    const test = await start({ manifestPath: join(project, 'Clarinet.toml'), mining: 'immediate' })
    const { body } = await askAsApiClient(test, `?address=${stranger}`)
    expect((await test.get(`/extended/v3/transactions/${body.txId}`)).body).toMatchObject({
      sender: { address: test.account('deployer').address },
    })
  })

  test('gives nothing to who is nobody, and no more than it has', async () => {
    const test = await start()
    for (const query of ['', '?address=', '?address=nobody', `?address=SP000000000000000000002Q6VF78`]) {
      expect(await askAsApiClient(test, query), query).toEqual({
        status: 400,
        body: { success: false, error: expect.any(String) },
      })
    }
    for (const body of [
      {},
      { address: 'nobody' },
      { address: stranger, amount: 0 },
      { address: stranger, amount: '1e3' },
      { address: stranger, amount: '9999999999999999999' },
      { address: stranger, amount: 10 ** 15 },
    ]) {
      const { status } = await controlChain(test.chain, 'POST', '/local/faucet', body)
      expect(status, JSON.stringify(body)).toBe(400)
    }
    expect((await test.get('/extended/v3/mempool/transactions')).body).toMatchObject({ total: 0 })
  })
})
