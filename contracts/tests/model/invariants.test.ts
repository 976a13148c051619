import { expect, test } from 'vitest'
import { accounts } from '../simnet/accounts.ts'
import { emptyState } from './emptyState.ts'
import { invariants } from './invariants.ts'
import type { Transition } from './Transition.ts'
import { toPairKey } from './toPairKey.ts'
import type { MedicalRecord, VaultState } from './VaultState.ts'

const { cmo, physician, nurse, stranger } = accounts
const pair = toPairKey({ recordId: 1n, medicalStaff: nurse })

const record: MedicalRecord = {
  physician,
  'record-category': 'cardiology',
  'data-volume': 100n,
  'accessed-volume': 7n,
  'created-at': 3n,
  'active-record': true,
}

const healthy: VaultState = {
  ...emptyState,
  totalRecords: 1n,
  records: new Map([[1n, record]]),
  stats: new Map([[physician, { 'record-count': 1n, 'total-data-managed': 100n }]]),
  privileges: new Map([[pair, { 'can-access': true, 'access-limit': 10n }]]),
  usages: new Map([[pair, 7n]]),
}
const archived = withRecord({ 'active-record': false })
const suspended = { ...healthy, maintenance: true }
const withdrawn = { ...healthy, privileges: new Map(), usages: new Map() }

/** A revocation that took nothing away; each case puts something in its place. */
const nothing = { by: physician, before: healthy, after: healthy }

test.for([
  { number: 1, when: 'more is drawn than there is', after: withRecord({ 'accessed-volume': 101n }) },
  { number: 2, when: 'a record is deleted', after: { ...healthy, records: new Map() } },
  { number: 2, when: 'a category changes', after: withRecord({ 'record-category': 'oncology' }) },
  { number: 2, when: 'an id is left out', after: { ...healthy, totalRecords: 2n } },
  { number: 3, when: 'a physician has no stats', after: { ...healthy, stats: new Map() } },
  { number: 4, when: 'usage is beyond the limit', after: { ...healthy, usages: new Map([[pair, 11n]]) } },
  { number: 5, when: 'a stranger revokes', by: stranger, after: withdrawn },
  { number: 5, when: 'a stranger archives', by: stranger, after: archived },
  { number: 5, when: 'a physician switches the maintenance', after: suspended },
  { number: 6, when: 'a record is active again', before: archived },
  {
    number: 6,
    when: 'an archived record is drawn from',
    before: archived,
    after: withRecord({ 'active-record': false, 'accessed-volume': 8n }),
  },
  { number: 7, when: 'maintenance does not stop a draw', before: suspended, after: atWork({ used: 8n }) },
  { number: 7, when: 'maintenance does not stop a grant', before: { ...withdrawn, maintenance: true } },
  { number: 8, when: 'an event was not printed', replayed: withdrawn },
  { number: 9, when: 'a draw is not accounted for', drawn: new Map([[1n, 8n]]) },
])('invariant $number speaks up when $when', ({ number, when: _, by = physician, ...change }) => {
  const numbers = findBroken({ ...nothing, ...change, by })
  expect(numbers).toContain(number)
})

test.for([
  { when: 'nothing changes' },
  { when: 'a physician revokes', after: withdrawn },
  {
    when: 'a physician revokes in maintenance',
    before: suspended,
    after: { ...withdrawn, maintenance: true },
  },
  { when: 'a physician archives', after: archived },
  { when: 'the Chief Medical Officer begins a maintenance', by: cmo, after: suspended },
])('all of them are silent when $when', ({ when: _, ...change }) => {
  expect(findBroken({ ...nothing, ...change })).toEqual([])
})

type Change = { by: string; before: VaultState; after: VaultState } & Partial<Transition>

function findBroken({ by, before, after, ...rest }: Change): number[] {
  const call = { name: 'revoke-medical-access', caller: by, recordId: 1n, medicalStaff: nurse } as const
  const drawn = new Map([[1n, 7n]])
  const transition: Transition = { call, cmo, before, after, replayed: after, drawn, ...rest }
  return invariants
    .filter(({ findBreaches }) => findBreaches(transition).length > 0)
    .map(({ number }) => number)
}

function withRecord(change: Partial<MedicalRecord>): VaultState {
  return { ...healthy, records: new Map([[1n, { ...record, ...change }]]) }
}

function atWork({ used }: { used: bigint }): VaultState {
  return { ...withRecord({ 'accessed-volume': used }), maintenance: true, usages: new Map([[pair, used]]) }
}
