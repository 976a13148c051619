import type { Simnet } from '@stacks/clarinet-sdk'
import { ClarityType } from '@stacks/transactions'
import { expect } from 'vitest'
import { openVm } from '../../scripts/openVm.ts'
import { contract, deployer, physician, staff, stranger } from '../../testing/accounts.ts'
import { answerFromVm } from '../../testing/answerFromVm.ts'
import { clientTest as test } from '../../testing/clientTest.ts'
import { failureOf } from '../../testing/failureOf.ts'
import { encodeCall } from '../transactions/encodeCall.ts'
import type { ContractCall } from '../types/ContractCall.ts'

const largestUint = 2n ** 128n - 1n
const create = { functionName: 'createMedicalRecord' } as const
const access = { functionName: 'accessMedicalData' } as const
const grant = { functionName: 'grantMedicalAccess', medicalStaff: staff.address } as const
const revoke = { functionName: 'revokeMedicalAccess', medicalStaff: staff.address } as const
const archive = { functionName: 'archiveRecord' } as const

// Everybody sends everything, so the four create records in turn: 1 and 5 are the physician's. Record 1 is granted on
// and drawn from, 5 is archived, 999 is never created. Later calls meet what earlier ones did.
const steps: ContractCall[] = [
  { ...create, recordCategory: 'radiology', dataVolume: 1_000n },
  { ...create, recordCategory: 'oncology', dataVolume: 10n },
  { ...create, recordCategory: 'a'.repeat(64), dataVolume: 1n },
  { ...create, recordCategory: 'a'.repeat(65), dataVolume: 1n },
  { ...create, recordCategory: 'a'.repeat(128), dataVolume: 0n },
  { ...create, recordCategory: 'x', dataVolume: 0n },
  { ...create, recordCategory: 'x', dataVolume: largestUint },
  { ...create, recordCategory: 'a'.repeat(65), dataVolume: largestUint },
  { ...grant, recordId: 1n, accessLimit: 0n },
  { ...grant, recordId: 1n, accessLimit: 50n },
  { ...grant, recordId: 999n, accessLimit: 0n },
  { ...access, recordId: 1n, accessVolume: 0n },
  { ...access, recordId: 1n, accessVolume: 40n },
  { ...access, recordId: 1n, accessVolume: 20n },
  { ...access, recordId: 1n, accessVolume: largestUint },
  { ...access, recordId: 999n, accessVolume: 1n },
  { ...access, recordId: 999n, accessVolume: 0n },
  { ...archive, recordId: 5n },
  { ...archive, recordId: 999n },
  { ...grant, recordId: 5n, accessLimit: 1n },
  { ...grant, recordId: 5n, accessLimit: 0n },
  { ...access, recordId: 5n, accessVolume: 1n },
  { ...revoke, recordId: 5n },
  { ...revoke, recordId: 1n },
  { ...revoke, recordId: 999n },
  { ...access, recordId: 1n, accessVolume: 1n },
]
const senders = [physician.address, staff.address, stranger.address, deployer]
const rounds: ContractCall[][] = [
  steps,
  [{ functionName: 'enableMaintenance' }, ...steps],
  [{ functionName: 'disableMaintenance' }, ...steps],
]

/** Sends a call to the real contract: its error code, or null. */
function answer(vm: Simnet, sender: string, call: ContractCall): bigint | null {
  const { functionName, functionArgs } = encodeCall({ network: 'devnet' }, call)
  const { result } = vm.callPublicFn(contract, functionName, functionArgs, sender)
  const refused = result.type === ClarityType.ResponseErr && result.value.type === ClarityType.UInt
  return refused ? BigInt(result.value.value) : null
}

test('says of every call, by everybody, what the contract then answers', async ({ node, connect }) => {
  const vm = await openVm()
  answerFromVm(node, vm)
  const client = connect()
  const seen = new Set<bigint | null>()

  for (const call of rounds.flat()) {
    for (const sender of senders) {
      const predicted = (await client.predict({ sender, call }))?.contractCode ?? null
      const answered = answer(vm, sender, call)
      expect({ sender, call, code: predicted }).toEqual({ sender, call, code: answered })
      seen.add(answered)
    }
  }
  // Every refusal but u104, which cannot happen, was met.
  expect([...seen].toSorted()).toEqual([100n, 101n, 102n, 103n, 105n, 106n, 107n, 108n, null])
})

test('tells in maintenance what the answer will be once it has ended', async ({ node, connect }) => {
  const vm = await openVm()
  answerFromVm(node, vm)
  const client = connect()

  for (const call of steps) {
    for (const sender of senders) {
      answer(vm, deployer, { functionName: 'enableMaintenance' })
      const predicted =
        (await client.predict({ sender, call, ignoreMaintenance: true }))?.contractCode ?? null
      answer(vm, deployer, { functionName: 'disableMaintenance' })
      expect({ sender, call, code: predicted }).toEqual({ sender, call, code: answer(vm, sender, call) })
    }
  }
})

test.for<[string, ContractCall]>([
  ['recordCategory', { ...create, recordCategory: 'kardiológia', dataVolume: 1n }],
  ['recordCategory', { ...create, recordCategory: 'a\u0000b', dataVolume: 1n }],
  ['recordCategory', { ...create, recordCategory: 'a'.repeat(129), dataVolume: 1n }],
  ['dataVolume', { ...create, recordCategory: 'x', dataVolume: -1n }],
  ['dataVolume', { ...create, recordCategory: 'x', dataVolume: largestUint + 1n }],
  ['medicalStaff', { ...grant, recordId: 1n, medicalStaff: 'Dr. Grey', accessLimit: 1n }],
  ['medicalStaff', { ...revoke, recordId: 1n, medicalStaff: 'SP2J6ZY48GV1EZ5V2V5RB9MP66SW86PYKKNRV9EJ7' }],
])('refuses a %s that no contract could be asked about', async ([argument, call], { node, connect }) => {
  const failure = await failureOf(connect().predict({ sender: physician.address, call }))
  expect(failure).toMatchObject({ argument, retryable: false })
  expect(node.requests).toEqual([])
})

test('refuses a sender that is no principal', async ({ node, connect }) => {
  const call = { ...archive, recordId: 1n }
  expect(await failureOf(connect().predict({ sender: 'nobody', call }))).toMatchObject({ argument: 'sender' })
  expect(node.requests).toEqual([])
})
