import type { ContractCall, MedicalRecord } from '@medikey/contract-client'
import { createFakeClock, createFakeLedger, type FakeLedger } from '@medikey/core/testing'
import { expect, test } from 'vitest'
import { getPersona } from './getPersona.ts'
import { type SeedClient, seed } from './seed.ts'
import { seedPlan } from './seedPlan.ts'

function openChain() {
  const ledger = createFakeLedger({
    clock: createFakeClock(),
    chiefMedicalOfficer: getPersona('cmo').principal,
  })
  const client: SeedClient = {
    ...ledger,
    network: 'devnet',
    async waitForTransaction({ txid }) {
      const transaction = await ledger.getTransaction({ txid })
      if (transaction?.block == null) throw new Error(`${txid} was not mined`)
      return transaction
    },
  }
  return { ledger, deps: { client, mine: async () => ledger.mine() } }
}

async function readRecords(ledger: FakeLedger): Promise<(MedicalRecord | null)[]> {
  const total = await ledger.getTotalRecords()
  return Promise.all(
    Array.from({ length: Number(total) }, (_, index) =>
      ledger.getMedicalRecord({ recordId: BigInt(index + 1) }),
    ),
  )
}

const planned = seedPlan.map((record, index) =>
  expect.objectContaining({
    recordId: BigInt(index + 1),
    physician: getPersona(record.physician).principal,
    recordCategory: record.recordCategory,
    dataVolume: record.dataVolume,
    accessedVolume: record.draws.reduce((sum, volume) => sum + volume, 0n),
  }),
)
const steps = seedPlan.reduce((sum, record) => sum + 1 + record.draws.length, 0)

test('writes the planned records and draws, and no grant', async () => {
  const { ledger, deps } = openChain()
  expect(await seed(deps, {})).toEqual({ state: 'seeded', sent: steps })

  expect(await readRecords(ledger)).toEqual(planned)
  const { events } = await ledger.getContractEvents({ limit: 100 })
  expect(new Set(events.map((event) => event.value?.event))).toEqual(
    new Set(['medical-record-created', 'medical-data-accessed']),
  )
})

test('sends nothing to a chain that is seeded already, and says of no writing', async () => {
  const { deps } = openChain()
  let writings = 0
  const onWriting = () => {
    writings += 1
  }
  await seed(deps, { onWriting })
  expect(writings).toBe(1)
  expect(await seed(deps, { onWriting })).toEqual({ state: 'seeded', sent: 0 })
  expect(writings).toBe(1)
})

test.each(Array.from({ length: steps }, (_, index) => index))(
  'goes on after a crash behind %i steps, with the last one still in the mempool',
  async (survived) => {
    const { ledger, deps } = openChain()
    let mined = 0
    const mine = async () => {
      if (ledger.mempool.length > 0 && mined++ === survived) throw new Error('crash')
      ledger.mine()
    }
    await expect(seed({ ...deps, mine }, {})).rejects.toThrow('crash')

    await seed(deps, {})
    expect(await readRecords(ledger)).toEqual(planned)
    expect(new Set(ledger.arrivals).size).toBe(steps)
  },
)

test.each<[string, ContractCall]>([
  ['another record', { functionName: 'createMedicalRecord', recordCategory: 'own', dataVolume: 5n }],
  [
    'the first record of another physician',
    {
      functionName: 'createMedicalRecord',
      recordCategory: 'Cardiology: echocardiography',
      dataVolume: 20_000n,
    },
  ],
])('leaves a chain alone that begins with %s', async (_, call) => {
  const { ledger, deps } = openChain()
  ledger.act({ sender: getPersona('tom').principal, call })
  expect(await seed(deps, {})).toEqual({ state: 'foreign', sent: 0 })
  expect(await ledger.getTotalRecords()).toBe(1n)
})

test('sends none of the planned draws twice when somebody drew since', async () => {
  const { ledger, deps } = openChain()
  await seed(deps, {})
  const call: ContractCall = { functionName: 'accessMedicalData', recordId: 4n, accessVolume: 7n }
  ledger.act({ sender: getPersona('ben').principal, call })
  expect(await seed(deps, {})).toEqual({ state: 'seeded', sent: 0 })
})

test('leaves an archived record of the plan as it is', async () => {
  const { ledger, deps } = openChain()
  await seed(deps, {})
  ledger.act({ sender: getPersona('alice').principal, call: { functionName: 'archiveRecord', recordId: 1n } })
  expect(await seed(deps, {})).toEqual({ state: 'seeded', sent: 0 })
})

test('says what to do when the contract refuses a step', async () => {
  const { ledger, deps } = openChain()
  ledger.act({ sender: getPersona('cmo').principal, call: { functionName: 'enableMaintenance' } })
  await expect(seed(deps, {})).rejects.toMatchObject({
    code: 'SEED_FAILED',
    userMessage: expect.stringContaining('--fresh'),
  })
})

test('stops between two steps when it is told to', async () => {
  const { ledger, deps } = openChain()
  const controller = new AbortController()
  const mine = async () => {
    ledger.mine()
    if ((await ledger.getTotalRecords()) === 2n) controller.abort()
  }
  await expect(seed({ ...deps, mine }, { signal: controller.signal })).rejects.toThrow(/abort/)
  expect(await ledger.getTotalRecords()).toBe(2n)
})
