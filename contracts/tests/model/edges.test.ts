import { expect } from 'vitest'
import { accounts } from '../simnet/accounts.ts'
import { createVault } from '../simnet/createVault.ts'
import { MAX_UINT } from '../simnet/MAX_UINT.ts'
import { test } from '../simnet/test.ts'
import type { Call } from './Call.ts'
import { createStage } from './createStage.ts'
import { edgeSituations } from './edgeSituations.ts'
import { inspectReadOnly } from './inspectReadOnly.ts'
import { listDrawLimits } from './listDrawLimits.ts'
import { listEdgeCalls } from './listEdgeCalls.ts'
import { listEdges } from './listEdges.ts'
import { performCall } from './performCall.ts'
import { predict } from './predict.ts'
import { reachableErrors } from './reachableErrors.ts'
import type { Stage } from './Stage.ts'
import { toPairKey } from './toPairKey.ts'

const { cmo, physician, nurse, stranger } = accounts
const principals = [physician, nurse, stranger, `${stranger}.a-contract-nobody-deployed`]
const cast = { cmo, principals, wallets: new Map() }
const situations = Object.entries(edgeSituations).map(([situation, calls]) => ({ situation, calls }))
const names = Object.keys(reachableErrors) as Call['name'][]

/** A vault of its own in which the calls were made. */
function arrange(simnet: Parameters<typeof createVault>[0], calls: readonly Call[]): Stage {
  const stage = createStage(createVault(simnet), cast)
  for (const call of calls) performCall(stage, call)
  return stage
}

// performCall throws where a call panics, and where an answer is any but the one predicted.
test.for(situations.flatMap((situation) => names.map((name) => ({ ...situation, name }))))(
  '$situation: $name answers every number and string at the edge',
  ({ calls, name }, { simnet }) => {
    let stage = arrange(simnet, calls)
    const edges = listEdgeCalls(name, stage.predicted)
    for (const call of edges) {
      const { ok, err } = performCall(stage, call)
      if (ok === undefined) expect(reachableErrors[name]).toContain(err)
      // A call that did something is followed by one in the same situation, not in what it left.
      else stage = arrange(simnet, calls)
    }
    expect(edges.length).toBeGreaterThanOrEqual(4)
  },
)

test.for(situations)(
  '$situation: every read-only function answers every number at the edge',
  ({ calls }, { simnet }) => {
    const stage = arrange(simnet, calls)
    const { vault, predicted: state } = stage
    inspectReadOnly(stage)
    const ids = listEdges(state.totalRecords)
    for (const recordId of ids) {
      expect(vault.getMedicalRecord(recordId)).toEqual(state.records.get(recordId) ?? null)
      for (const medicalStaff of principals) {
        const pair = { recordId, medicalStaff }
        expect(vault.getAccessPrivilege(pair)).toEqual(state.privileges.get(toPairKey(pair)) ?? null)
        expect(vault.getStaffUsage(pair)).toBe(state.usages.get(toPairKey(pair)) ?? 0n)
        for (const accessVolume of listEdges(...listDrawLimits(state, pair))) {
          const draw = { name: 'access-medical-data', caller: medicalStaff, recordId, accessVolume } as const
          const { events: _, ...answer } = predict(state, draw, { cmo, height: 0n }).outcome
          expect(vault.checkMedicalAccess({ ...pair, accessVolume })).toEqual(answer)
        }
      }
    }
    for (const page of [ids, ids.toReversed(), Array.from({ length: 25 }, () => MAX_UINT)])
      expect(vault.getMedicalRecords(page)).toEqual(page.map((id) => state.records.get(id) ?? null))
  },
)
