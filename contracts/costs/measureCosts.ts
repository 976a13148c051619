import type { Simnet } from '@stacks/clarinet-sdk'
import { Cl, type ClarityValue } from '@stacks/transactions'
import { accounts } from '../tests/simnet/accounts.ts'
import { startSimnet } from '../tests/simnet/startSimnet.ts'
import type { Cost } from './Cost.ts'

const { cmo, physician, nurse } = accounts
const { uint, principal, stringAscii, list } = Cl

const PAGE = 25
// As long as a category may be: what is stored and printed is paid for by its length.
const create = ['create-medical-record', [stringAscii('c'.repeat(64)), uint(100)], physician] as const
const grant = ['grant-medical-access', [uint(1), principal(nurse), uint(10)], physician] as const

/**
 * What every public function and the batched read cost, as the VM reports it: each in the dearest case that
 * is ordinary. The VM counts and takes no time, so the figures are the same on every machine.
 *
 * @example
 * (await measureCosts())['archive-record']?.runtime // 42596
 */
export async function measureCosts(): Promise<Readonly<Record<string, Cost>>> {
  const simnet = await startSimnet({ trackCosts: true })
  const call = (name: string, args: readonly ClarityValue[], sender: string) =>
    toCost(simnet.callPublicFn('medvault', name, [...args], sender), name)
  // The first record opens its physician's statistics, every later one reads them too.
  for (let records = 1; records < PAGE; records++) call(...create)
  const creating = call(...create)
  const ids = list(Array.from({ length: PAGE }, (_, index) => uint(index + 1)))
  const page = simnet.callReadOnlyFn('medvault', 'get-medical-records', [ids], nurse)
  call(...grant)
  return {
    'create-medical-record': creating,
    'get-medical-records': toCost(page, 'get-medical-records'),
    // By staff: a physician's own draw looks up no privilege.
    'access-medical-data': call('access-medical-data', [uint(1), uint(3)], nurse),
    // Over a privilege that stands.
    'grant-medical-access': call(...grant),
    'revoke-medical-access': call('revoke-medical-access', [uint(1), principal(nurse)], physician),
    'archive-record': call('archive-record', [uint(1)], physician),
    'enable-maintenance': call('enable-maintenance', [], cmo),
    'disable-maintenance': call('disable-maintenance', [], cmo),
  }
}

function toCost({ result, costs }: ReturnType<Simnet['callPublicFn']>, name: string): Cost {
  if (costs === null) throw new Error('The VM counts no costs: start the simnet with trackCosts.')
  if (result.type === 'err') throw new Error(`${name} is refused, so what it costs says nothing.`)
  const { runtime, readCount, readLength, writeCount, writeLength } = costs.total
  return {
    runtime,
    read_count: readCount,
    read_length: readLength,
    write_count: writeCount,
    write_length: writeLength,
  }
}
