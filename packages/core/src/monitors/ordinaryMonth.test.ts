import type { ContractCall } from '@medikey/contract-client'
import { expect, test } from 'vitest'
import { createClinic, driveClinic, type Handle, people } from '../../testing/index.ts'
import { type ClinicWatch, watchClinic } from '../../testing/watchClinic.ts'
import { advanceTransaction } from '../execution/advanceTransaction.ts'
import { endGrants } from '../execution/endGrants.ts'
import { bindChain } from '../follower/bindChain.ts'
import { parseRequestInput } from '../input/parseRequestInput.ts'
import { decideRequest } from '../requests/decideRequest.ts'
import { expireRequests } from '../requests/expireRequests.ts'
import { submitRequest } from '../requests/submitRequest.ts'
import { monitors } from './monitors.ts'
import { monitorsSchema } from './monitorsSchema.ts'

const QUARTER_MS = 900_000
const STAFF: readonly Handle[] = ['nadia', 'tom']
const MONITORS = [
  'unsanctioned-change',
  'maintenance-status',
  'grant-expiry',
  'request-reminder',
  'transaction-health',
  'reconcile',
] as const

/** Always the same numbers below 1. */
function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

test('an ordinary month tells nothing: approved changes, time-boxes that end, decisions within hours of work', async () => {
  const clinic = createClinic()
  const { deps, clock, ledger } = clinic
  const drive = driveClinic(clinic)
  const dice = createDice(7)
  clock.set(new Date('2026-01-01T00:00:00.000Z'))
  await bindChain(deps)
  const settings = monitorsSchema.parse({})
  const watches = MONITORS.map(
    (name): ClinicWatch =>
      watchClinic(clinic, { monitor: monitors[name].find as never, settings: settings[name] as never }),
  )
  const open: string[] = []
  const told: string[] = []

  const ask = async (raw: Record<string, string>) => {
    const input = parseRequestInput(
      { kind: 'grant', record: '1', staff: '<@U0NADIA>', limit: '500', reason: 'ward round', ...raw },
      { network: 'devnet' },
    )
    const { request } = await submitRequest(deps, {
      account: clinic.account('alice'),
      delivery: `${dice()}`,
      input,
    })
    open.push(request.id)
  }
  const decide = async (requestId: string) => {
    await decideRequest(deps, {
      ...{ account: clinic.account('cmo'), delivery: `${requestId}-decided`, requestId },
      ...{ decision: 'approve', reason: null, clicked: 'command' },
    })
  }
  const work = async () => {
    await endGrants(deps)
    await expireRequests(deps)
    for (const { id } of await deps.store.listUnfinishedTransactions({ now: clock.now(), limit: 100 }))
      await advanceTransaction(deps, { transactionId: id })
  }

  for (let quarter = 0; quarter < 30 * 96; quarter += 1) {
    const now = clock.now()
    const isWork = now.getUTCHours() >= 8 && now.getUTCHours() < 18 && now.getUTCDay() % 6 !== 0
    const staff = STAFF[Math.floor(dice() * STAFF.length)] ?? 'nadia'
    // Nights and weekends ask as well; nobody decides then.
    if (dice() < 0.02 && open.length === 0)
      await ask({ staff: `<@U0${staff.toUpperCase()}>`, duration: dice() < 0.7 ? '8h' : '2d' })
    const request = open[0]
    if (isWork && request !== undefined && dice() < 0.5) {
      open.shift()
      const status = (await deps.store.getRequest(request))?.status
      if (status === 'pending') await decide(request)
    }
    if (dice() < 0.1) {
      const call: ContractCall = { functionName: 'accessMedicalData', recordId: 1n, accessVolume: 1n }
      ledger.act({ sender: people[staff], call })
    }
    await work()
    ledger.mine()
    clock.advance(2_000)
    await work()
    for (const watch of watches) {
      const { found } = await watch.look()
      told.push(...found.map(({ rule, at }) => `${rule} ${at.toISOString()}`))
    }
    clock.advance(QUARTER_MS - 2_000)
  }
  const granted = (await drive.eventsOnChain()).length
  expect(granted).toBeGreaterThan(30)
  // Who asks on a Friday evening may find on Monday that the day of the request was over: that is no false alarm.
  expect(told.filter((line) => !line.startsWith('request-expired'))).toEqual([])
})
