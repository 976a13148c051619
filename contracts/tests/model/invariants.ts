import { isDeepStrictEqual } from 'node:util'
import { findDifferences } from './findDifferences.ts'
import { fromPairKey } from './fromPairKey.ts'
import type { Transition } from './Transition.ts'
import type { MedicalRecord, VaultState } from './VaultState.ts'

type Invariant = {
  readonly number: number
  readonly says: string
  /** What breaks it in this transition; nothing where it holds. None of them knows the model. */
  readonly findBreaches: (transition: Transition) => string[]
}

/** The invariants of the contract's design, under the numbers they have there. */
export const invariants: readonly Invariant[] = [
  {
    number: 1,
    says: 'no record gives more than it holds',
    findBreaches: ({ after }) =>
      [...after.records]
        .filter(([, record]) => record['accessed-volume'] > record['data-volume'])
        .map(([id, record]) => `${record['accessed-volume']} of ${record['data-volume']} drawn from ${id}`),
  },
  {
    number: 2,
    says: "ids count from 1 without a gap, no record is deleted, and a record's terms never change",
    findBreaches: ({ before, after }) => [
      ...[...after.records.keys()].filter((id) => id < 1n || id > after.totalRecords).map((id) => `id ${id}`),
      ...(BigInt(after.records.size) === after.totalRecords
        ? []
        : [`${after.records.size} records where the total is ${after.totalRecords}`]),
      ...[...before.records]
        .filter(([id, record]) => !isDeepStrictEqual(toTerms(record), toTerms(after.records.get(id))))
        .map(([id]) => `record ${id} is not what it was`),
    ],
  },
  {
    number: 3,
    says: "a physician's stats are the sums over their records",
    findBreaches: ({ after }) => findDifferences({ ...after, stats: sumUpStats(after) }, after),
  },
  {
    number: 4,
    says: 'usage stays within the limit while the privilege stands',
    findBreaches: ({ after }) =>
      [...after.privileges]
        .map(([pair, privilege]) => ({
          pair,
          limit: privilege['access-limit'],
          usage: after.usages.get(pair) ?? 0n,
        }))
        .filter(({ usage, limit }) => usage > limit)
        .map(({ pair, usage, limit }) => `${usage} of ${limit} drawn by ${pair}`),
  },
  {
    number: 5,
    says: "only its physician changes a record's privileges or archives it, only the CMO the maintenance",
    findBreaches: ({ call, cmo, before, after }) => [
      ...[...findChangedRecords(before, after)]
        .filter((id) => before.records.get(id)?.physician !== call.caller)
        .map((id) => `${call.caller} changed record ${id}`),
      ...(before.maintenance !== after.maintenance && call.caller !== cmo
        ? [`${call.caller} changed the maintenance`]
        : []),
    ],
  },
  {
    number: 6,
    says: 'an archived record stays archived and nothing is drawn from it',
    findBreaches: ({ before, after }) =>
      [...before.records]
        .filter(
          ([id, record]) =>
            !record['active-record'] &&
            (after.records.get(id)?.['active-record'] ||
              after.records.get(id)?.['accessed-volume'] !== record['accessed-volume']),
        )
        .map(([id]) => `archived record ${id} changed`),
  },
  {
    number: 7,
    says: 'in maintenance nothing is created, drawn, granted or archived',
    findBreaches: ({ before, after }) => {
      // What a revocation takes away is all that may change.
      const withdrawn = {
        ...before,
        maintenance: after.maintenance,
        privileges: keepKeys(before.privileges, after.privileges),
        usages: keepKeys(before.usages, after.usages),
      }
      return before.maintenance ? findDifferences(withdrawn, after) : []
    },
  },
  {
    number: 8,
    says: 'the events rebuild exactly the maps',
    findBreaches: ({ replayed, after }) => findDifferences(after, replayed),
  },
  {
    number: 9,
    says: 'what was accessed is the sum of all draws',
    findBreaches: ({ after, drawn }) =>
      [...after.records]
        .filter(([id, record]) => record['accessed-volume'] !== (drawn.get(id) ?? 0n))
        .map(
          ([id, record]) => `${record['accessed-volume']} accessed of ${id}, ${drawn.get(id) ?? 0n} drawn`,
        ),
  },
]

function toTerms(record: MedicalRecord | undefined) {
  return { ...record, 'accessed-volume': undefined, 'active-record': undefined }
}

function sumUpStats({ records }: VaultState): VaultState['stats'] {
  const stats = new Map<string, { 'record-count': bigint; 'total-data-managed': bigint }>()
  for (const { physician, 'data-volume': volume } of records.values()) {
    const sums = stats.get(physician)
    stats.set(physician, {
      'record-count': (sums?.['record-count'] ?? 0n) + 1n,
      'total-data-managed': (sums?.['total-data-managed'] ?? 0n) + volume,
    })
  }
  return stats
}

/** Records that were archived, and those of which a privilege came, went or changed. */
function findChangedRecords(before: VaultState, after: VaultState): Set<bigint> {
  const pairs = new Set([...before.privileges.keys(), ...after.privileges.keys()])
  const changed = [...pairs].filter(
    (pair) => !isDeepStrictEqual(before.privileges.get(pair), after.privileges.get(pair)),
  )
  const archived = [...before.records.keys()].filter(
    (id) => before.records.get(id)?.['active-record'] !== after.records.get(id)?.['active-record'],
  )
  return new Set([...changed.map((pair) => fromPairKey(pair).recordId), ...archived])
}

function keepKeys<Value>(map: ReadonlyMap<string, Value>, kept: ReadonlyMap<string, unknown>) {
  return new Map([...map].filter(([key]) => kept.has(key)))
}
