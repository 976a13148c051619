import { createDice } from './createDice.ts'
import { createPeople } from './createPeople.ts'
import type { Person } from './Person.ts'
import type { SimulationOptions } from './SimulationOptions.ts'
import type { SimulatedChain } from './startSimulatedChain.ts'
import type { KnownRecord, World } from './World.ts'

/** Fewer than what a mempool takes of one sender. */
const CHAIN = 20
const GRANTS_EACH = 5
/** What the contract tells in one call. */
const PAGE = 25

/**
 * Makes what was there before MediKey: funded people, records, and the nurses' first privileges.
 *
 * @param deps.say takes a line of progress
 */
export async function setUpClinic(
  deps: { chain: SimulatedChain; say: (line: string) => void },
  options: SimulationOptions,
): Promise<World> {
  const { chain, say } = deps
  const people = createPeople(options)
  const dice = createDice({ seed: options.seed, purpose: 'records' })
  const [physicians, nurses] = [
    people.filter(({ role }) => role === 'physician'),
    people.filter(({ role }) => role === 'nurse'),
  ]
  const cmo = people.find(({ role }) => role === 'cmo')
  if (cmo === undefined) throw new Error('The clinic has no CMO.')

  say(`Funding ${people.length} people`)
  for (const [index, person] of people.entries()) {
    if (person !== cmo) await chain.fund(person)
    if (index % CHAIN === CHAIN - 1) await chain.mine()
  }
  await chain.mine()

  say(`Creating ${options.records} records`)
  await inTurns(
    Array.from({ length: options.records }, (_, index) => physicians[index % physicians.length] as Person),
    {
      size: physicians.length * CHAIN,
      send: (person) =>
        chain.send({
          person,
          call: {
            functionName: 'createMedicalRecord',
            recordCategory: 'ward',
            dataVolume: BigInt(2_000 + dice.volume(6_000, 0.8)),
          },
        }),
      mine: chain.mine,
    },
  )
  const records = await listRecords({ chain }, { physicians, count: options.records })

  const first = nurses.filter(({ from }) => from === 0)
  const pairs = new Map(
    first.flatMap((staff) =>
      Array.from({ length: GRANTS_EACH }, () => {
        const record = dice.pick(records)
        const limit = Math.max(50, Math.round((staff.usualVolume * dice.between(10, 40)) / 10) * 10)
        return [
          `${record.recordId}/${staff.principal}`,
          { record, staff, limit, used: 0, endsAt: null },
        ] as const
      }),
    ),
  )
  say(`Granting ${pairs.size} privileges`)
  await inTurns([...pairs.values()], {
    size: CHAIN,
    send: ({ record, staff, limit }) =>
      chain.send({
        person: record.physician,
        call: {
          functionName: 'grantMedicalAccess',
          recordId: record.recordId,
          medicalStaff: staff.principal,
          accessLimit: BigInt(limit),
        },
      }),
    mine: chain.mine,
  })
  return {
    people,
    cmo,
    physicians,
    nurses,
    records,
    privileges: new Map(pairs),
    reserved: new Map(),
    kept: new Set(),
    isHalted: false,
  }
}

/** One after the other, as each physician's nonces ask, with blocks in between. */
async function inTurns<T>(
  items: readonly T[],
  options: { size: number; send: (item: T) => Promise<void>; mine: () => Promise<void> },
): Promise<void> {
  for (let start = 0; start < items.length; start += options.size) {
    for (const item of items.slice(start, start + options.size)) await options.send(item)
    await options.mine()
  }
}

/** As the chain numbered them: blocks have an order of their own. */
async function listRecords(
  { chain }: { chain: SimulatedChain },
  { physicians, count }: { physicians: readonly Person[]; count: number },
): Promise<KnownRecord[]> {
  const owners = new Map(physicians.map((physician) => [physician.principal, physician]))
  const records: KnownRecord[] = []
  for (let first = 1; first <= count; first += PAGE) {
    const recordIds = Array.from({ length: Math.min(PAGE, count - first + 1) }, (_, index) =>
      BigInt(first + index),
    )
    const page = await chain.client.getMedicalRecords({ recordIds })
    for (const [index, record] of page.entries()) {
      const physician = owners.get(record?.physician ?? '')
      if (record === null || physician === undefined) throw new Error('A record of the clinic is not there.')
      const recordId = BigInt(first + index)
      records.push({ recordId, physician, volume: Number(record.dataVolume), drawn: 0, isActive: true })
    }
  }
  return records
}
