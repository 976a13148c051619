import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadUntilKilled, type Told } from '../testing/loadUntilKilled.ts'
import { spawnChain } from '../testing/spawnChain.ts'
import { startTestChain, type TestChain } from '../testing/startTestChain.ts'

const rounds = Number(process.env.LOCAL_CHAIN_ROUNDS ?? 5)
const seed = Number(process.env.LOCAL_CHAIN_SEED ?? Date.now() % 1_000_000)
const senders = ['wallet_1', 'wallet_2', 'wallet_3', 'wallet_4']

let dataDir: string
let signer: TestChain
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-chain-'))
  signer = await startTestChain()
})
afterAll(async () => {
  await signer.chain.close()
  await rm(dataDir, { recursive: true })
})

type Mined = { readonly tx_id: string; readonly sender: { readonly address: string; readonly nonce: number } }

async function listMined({ get }: TestChain): Promise<Mined[]> {
  const mined: Mined[] = []
  for (let cursor = ''; ; ) {
    const { body } = await get(`/extended/v3/transactions?limit=50${cursor}`)
    const page = body as { results: Mined[]; cursor: { next: string | null } }
    mined.push(...page.results)
    if (page.cursor.next === null) return mined
    cursor = `&cursor=${page.cursor.next}`
  }
}

/** Holds what a killed chain told against what the chain knows that was made again from its journal. */
async function expectToKnow(chain: TestChain, { told, ever }: { told: Told; ever: ReadonlySet<string> }) {
  const { get, contractId } = chain
  for (const { height, hash } of told.blocks) {
    expect((await get(`/extended/v2/blocks/${height}`)).body).toMatchObject({ height, hash })
  }
  const mined = await listMined(chain)
  const spent = new Set(mined.map(({ sender }) => `${sender.address}:${sender.nonce}`))
  expect(spent.size, 'no nonce is spent twice').toBe(mined.length)
  const known = new Set(mined.map(({ tx_id }) => tx_id))
  for (const txid of ever) {
    if (known.has(txid)) continue
    expect((await get(`/extended/v3/transactions/${txid}`)).body, txid).toMatchObject({ status: 'pending' })
  }
  const logs = (await get(`/extended/v2/smart-contracts/${contractId}/logs?limit=1`)).body as {
    total: number
  }
  const count = (await get(`/v2/data_var/${contractId.replace('.', '/')}/count?proof=0`)).body
  const [deployment, ...adds] = [...mined].reverse()
  expect(deployment?.sender.nonce).toBe(0)
  expect(logs.total, 'each has run once').toBe(adds.length)
  expect(count).toEqual({ data: `0x01${adds.length.toString(16).padStart(32, '0')}` })
}

async function readNonces({ get, account }: TestChain): Promise<Map<string, number>> {
  const nonces = new Map<string, number>()
  for (const name of senders) {
    const { body } = await get(`/extended/v3/principals/${account(name).address}/nonces`)
    nonces.set(name, (body as { next_nonce: number }).next_nonce)
  }
  return nonces
}

test(
  `a chain that is killed under load, ${rounds} times, is back with everything it told (seed ${seed})`,
  async () => {
    const ever = new Set<string>()
    let blocks = 0
    let nonces = new Map(senders.map((name) => [name, 0]))
    const kills = fc.sample(fc.integer({ min: 20, max: 150 }), { seed, numRuns: rounds })
    for (const [round, answers] of kills.entries()) {
      // Every other round orphans blocks in between, the more often the later.
      const reorgEvery = round % 2 === 0 ? null : 5 + (answers % 10)
      const served = await spawnChain({ dataDir })
      const told = await loadUntilKilled(served, { signer, nonces, answers, reorgEvery })
      for (const txid of told.accepted) ever.add(txid)
      blocks += told.blocks.length

      const again = await startTestChain({ dataDir })
      try {
        await expectToKnow(again, { told, ever })
        const kept = await readNonces(again)
        for (const [name, nonce] of nonces) expect(kept.get(name)).toBeGreaterThanOrEqual(nonce)
        nonces = kept
      } finally {
        await again.chain.close()
      }
    }
    // In a single round the kill may have come before any block was told that no reorg was to take.
    expect(blocks).toBeGreaterThan(0)
    const last = await startTestChain({ dataDir })
    last.chain.mine()
    const mined = new Set((await listMined(last)).map(({ tx_id }) => tx_id))
    await last.chain.close()
    expect([...ever].filter((txid) => !mined.has(txid))).toEqual([])
  },
  rounds * 30_000,
)
