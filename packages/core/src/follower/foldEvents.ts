import type { MedvaultEvent } from '@medikey/contract-client'
import type { DrawHour } from '../model/Draws.ts'
import type {
  EventProjection,
  PrivilegeProjection,
  ProjectionChanges,
  RecordProjection,
} from '../model/Projection.ts'

const HOUR_MS = 3_600_000

type Draw = Extract<MedvaultEvent, { event: 'medical-data-accessed' }>
type Pair = Pick<PrivilegeProjection, 'recordId' | 'medicalStaff'>

/**
 * What events change in the projection, in the order of the chain. Events carry the values after their effect, so that
 * the last one of a record or pair is what counts; only the sums of draws are added up.
 */
export function foldEvents(events: readonly EventProjection[]): ProjectionChanges {
  const created = new Map<bigint, RecordProjection>()
  const volumes = new Map<bigint, bigint>()
  const archived = new Set<bigint>()
  const granted = new Map<string, PrivilegeProjection>()
  const usages = new Map<string, Pair & { usage: bigint }>()
  const revoked = new Map<string, Pair>()
  const draws = new Map<string, DrawHour>()

  for (const { value, txid, blockTime } of events) {
    switch (value?.event) {
      case 'medical-record-created': {
        const { recordId, physician, recordCategory, dataVolume, createdAt } = value
        created.set(recordId, {
          recordId,
          physician,
          recordCategory,
          dataVolume,
          accessedVolume: 0n,
          createdAtHeight: createdAt,
          activeRecord: true,
        })
        break
      }
      case 'medical-data-accessed': {
        const { recordId, accessor: medicalStaff, staffUsage: usage } = value
        volumes.set(recordId, value.accessedVolume)
        const key = toKey({ recordId, medicalStaff })
        const grant = granted.get(key)
        if (grant !== undefined) granted.set(key, { ...grant, usage })
        else if (!revoked.has(key)) usages.set(key, { recordId, medicalStaff, usage })
        addDraw(draws, { at: blockTime, draw: value })
        break
      }
      case 'medical-access-granted': {
        const { recordId, medicalStaff, accessLimit } = value
        const key = toKey(value)
        granted.set(key, { recordId, medicalStaff, accessLimit, usage: 0n, txid, grantedAt: blockTime })
        usages.delete(key)
        revoked.delete(key)
        break
      }
      case 'medical-access-revoked': {
        const { recordId, medicalStaff } = value
        const key = toKey(value)
        revoked.set(key, { recordId, medicalStaff })
        granted.delete(key)
        usages.delete(key)
        break
      }
      case 'record-archived':
        archived.add(value.recordId)
        break
      // The event itself is all there is to keep.
      case 'maintenance-enabled':
      case 'maintenance-disabled':
      case undefined:
        break
    }
  }
  return {
    created: [...created.values()],
    volumes: [...volumes].map(([recordId, accessedVolume]) => ({ recordId, accessedVolume })),
    archived: [...archived],
    granted: [...granted.values()],
    usages: [...usages.values()],
    revoked: [...revoked.values()],
    draws: [...draws.values()],
  }
}

function toKey({ recordId, medicalStaff }: Pair): string {
  return `${recordId}/${medicalStaff}`
}

function addDraw(draws: Map<string, DrawHour>, { at, draw }: { at: Date; draw: Draw }): void {
  const hour = new Date(Math.floor(at.getTime() / HOUR_MS) * HOUR_MS)
  const principal = draw.accessor
  // Physicians draw from records of their own without a grant, and so without usage.
  const asPhysician = draw.staffUsage === 0n
  const key = `${principal}/${hour.getTime()}/${asPhysician}`
  const sum = draws.get(key)
  draws.set(key, {
    principal,
    hour,
    asPhysician,
    draws: (sum?.draws ?? 0) + 1,
    volume: (sum?.volume ?? 0n) + draw.accessVolume,
  })
}
