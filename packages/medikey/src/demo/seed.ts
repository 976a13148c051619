import type { ContractCall, ContractClient, MedicalRecord } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import { getPersona } from './getPersona.ts'
import type { Persona } from './Persona.ts'
import { type SeedRecord, seedPlan } from './seedPlan.ts'
import { sendCall } from './sendCall.ts'

/** What of the chain the seeding needs. */
export type SeedClient = Pick<
  ContractClient,
  | 'network'
  | 'getTotalRecords'
  | 'getMedicalRecord'
  | 'getNonces'
  | 'prepare'
  | 'broadcast'
  | 'waitForTransaction'
>

/** `foreign`: the chain holds other records than the demo's, so it was left alone. */
export type SeedResult = { readonly state: 'seeded' | 'foreign'; readonly sent: number }

/**
 * Brings a local chain to the state that the demo starts from, through signed transactions over HTTP. What is there
 * already is not sent again, so an interrupted seeding goes on where it stopped.
 *
 * @param deps.mine mines what waits in the mempool
 * @param options.onWriting called before the first record is written; never where all are there
 * @throws BaseError SEED_FAILED when the contract refuses a step
 * @example
 * await seed({ client, mine: () => chain.mine() }, {})
 */
export async function seed(
  deps: { client: SeedClient; mine: () => Promise<unknown> },
  options: { signal?: AbortSignal; onWriting?: () => void },
): Promise<SeedResult> {
  const { client, mine } = deps
  const { signal, onWriting = () => {} } = options
  let sent = 0

  const send = async (physician: Persona['handle'], call: ContractCall): Promise<void> => {
    signal?.throwIfAborted()
    if (sent === 0) onWriting()
    const { txid } = await sendCall(client, { persona: getPersona(physician), call })
    await mine()
    const transaction = await client.waitForTransaction({
      txid,
      pollIntervalMs: 20,
      ...(signal === undefined ? {} : { signal }),
    })
    if (transaction.status !== 'success') throw seedFailed(call, transaction.status)
    sent += 1
  }

  // A step that an interrupted seeding had sent may still wait.
  await mine()
  const total = await client.getTotalRecords()
  for (const [index, planned] of seedPlan.entries()) {
    const recordId = BigInt(index + 1)
    if (recordId > total) {
      const { physician, recordCategory, dataVolume } = planned
      await send(physician, { functionName: 'createMedicalRecord', recordCategory, dataVolume })
    }
    const record = await client.getMedicalRecord({ recordId })
    if (record === null || !isPlanned(record, planned)) return { state: 'foreign', sent }
    for (const accessVolume of listMissingDraws(record, planned)) {
      await send(planned.physician, { functionName: 'accessMedicalData', recordId, accessVolume })
    }
  }
  return { state: 'seeded', sent }
}

function isPlanned(record: MedicalRecord, planned: SeedRecord): boolean {
  return (
    record.physician === getPersona(planned.physician).principal &&
    record.recordCategory === planned.recordCategory &&
    record.dataVolume === planned.dataVolume
  )
}

/** Somebody may have drawn since: only a sum at which the plan itself can have stopped asks for the rest of it. */
function listMissingDraws(record: MedicalRecord, planned: SeedRecord): readonly bigint[] {
  if (!record.activeRecord) return []
  let sum = 0n
  for (const [index, volume] of planned.draws.entries()) {
    if (record.accessedVolume === sum) return planned.draws.slice(index)
    sum += volume
  }
  return []
}

function seedFailed(call: ContractCall, status: string): BaseError {
  return new BaseError({
    code: 'SEED_FAILED',
    shortMessage: `Seeding the demo stopped: ${call.functionName} ended as ${status}.`,
    userMessage: `The demo's records could not be written to the local chain (${call.functionName} ended as ${status}). Start over with --fresh, or without them with --no-seed.`,
  })
}
