import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl } from '@stacks/transactions'
import { afterEach, expect, test } from 'vitest'
import { startTestChain, type TestChain } from '../../../testing/startTestChain.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) await end()
})

async function start(options: Parameters<typeof startTestChain>[0] = {}): Promise<TestChain> {
  const started = await startTestChain(options)
  ends.push(started.chain.close)
  return started
}

async function addAndMine({ chain, post, signCall }: TestChain): Promise<string> {
  const tx = await signCall({ functionName: 'add', args: [Cl.uint(5)], nonce: 0 })
  const { status, body } = await post(tx)
  expect(status).toBe(200)
  chain.mine()
  return body as string
}

function control({ chain }: TestChain, path: string, body = ''): Promise<Response> {
  const headers = { authorization: `Bearer ${chain.token}`, 'content-type': 'application/json' }
  return fetch(`${chain.url}/local/${path}`, { method: 'POST', headers, body })
}

const countOf = ({ get, contractId }: TestChain) =>
  get(`/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`)
const numberOf = (value: number) => ({
  status: 200,
  body: { data: `0x01${value.toString(16).padStart(32, '0')}` },
})

test('a reset begins another chain on the same port, with the contracts deployed and nothing else', async () => {
  const started = await start()
  const { chain, get, post, signCall, account } = started
  const mined = await addAndMine(started)
  const waiting = await signCall({ functionName: 'add', args: [Cl.uint(1)], nonce: 1 })
  const { body: waitingTxid } = await post(waiting)
  const before = chain.getTip()
  expect(await countOf(started)).toEqual(numberOf(5))

  const response = await control(started, 'reset')
  expect(response.status).toBe(200)
  expect(await response.json()).toEqual({ tip: expect.objectContaining({ height: 2 }) })

  expect(chain.getTip().height).toBe(2)
  expect((await get(`/extended/v2/blocks/${before.hash}`)).status).toBe(404)
  expect((await get(`/extended/v2/blocks/${before.parentHash}`)).status).toBe(404)
  for (const txid of [mined, waitingTxid]) {
    expect((await get(`/extended/v3/transactions/${txid}`)).status).toBe(404)
  }
  expect(await get(`/v2/accounts/${account('wallet_1').address}?proof=0`)).toMatchObject({
    body: { nonce: 0 },
  })
  expect(await countOf(started)).toEqual(numberOf(0))
  // The same signed transaction counts again: nothing remembers it.
  await addAndMine(started)
  expect(await countOf(started)).toEqual(numberOf(5))
})

test('a reset can follow a reset at once, and each time another chain begins', async () => {
  const started = await start()
  const hashes = new Set([started.chain.getTip().hash])
  for (let round = 0; round < 3; round += 1) {
    await started.chain.reset()
    hashes.add(started.chain.getTip().hash)
  }
  await Promise.all([started.chain.reset(), started.chain.reset()])
  hashes.add(started.chain.getTip().hash)
  expect(hashes.size).toBe(5)
  await addAndMine(started)
})

test('who asks during a reset is answered by the new chain', async () => {
  const started = await start()
  await addAndMine(started)
  const reset = started.chain.reset()
  const answers = await Promise.all([countOf(started), countOf(started)])
  await reset
  expect(answers).toEqual([numberOf(0), numberOf(0)])
})

test('a reset forgets the faults that were asked for and how the clock was moved', async () => {
  const started = await start()
  const fault = { route: 'GET /v2/info', fault: { type: 'status', status: 503 } }
  await control(started, 'faults', JSON.stringify(fault))
  await control(started, 'time', JSON.stringify({ advanceSeconds: 86_400 }))
  started.chain.mine()
  const ahead = started.chain.getTip().time
  await started.chain.reset()
  expect((await started.get('/v2/info')).status).toBe(200)
  started.chain.mine()
  expect(started.chain.getTip().time).toBeLessThan(ahead)
})

test('the chain after a reset is the one that a restart finds', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'local-chain-'))
  ends.push(() => rm(dataDir, { recursive: true }))
  const first = await start({ dataDir, fresh: true })
  await addAndMine(first)
  await first.chain.reset()
  await addAndMine(first)
  await first.chain.reset()
  const tip = first.chain.mine().at(-1)
  await first.chain.close()

  const second = await start({ dataDir })
  expect(second.chain.getTip()).toEqual(tip)
  expect(await countOf(second)).toEqual(numberOf(0))
})

test('a reset needs the token', async () => {
  const { chain } = await start()
  const before = chain.getTip()
  const response = await fetch(`${chain.url}/local/reset`, { method: 'POST' })
  expect(response.status).toBe(401)
  expect(chain.getTip()).toEqual(before)
})
