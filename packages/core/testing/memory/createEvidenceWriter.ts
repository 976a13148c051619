import type { LegacyAlert } from '../../src/model/LegacyAlert.ts'
import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'
import { refuse } from './refuse.ts'

/** Writes of the audit, the alerts, the chain that the store belongs to, and jobs. */
export function createEvidenceWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'appendAudit' | 'insertAlert' | 'setChainBinding' | 'enqueue'> {
  const { alerts, audit, single, jobs } = state

  return {
    async appendAudit(entry) {
      audit.push(structuredClone(entry))
    },

    async insertAlert({ id, finding, at }) {
      if ([...alerts.values()].some(({ fingerprint }) => fingerprint === finding.fingerprint)) return null
      if (alerts.has(id)) refuse(`alert ${id} exists`)
      const alert: LegacyAlert = structuredClone({ ...finding, id, status: 'firing', raisedAt: at })
      alerts.set(id, alert)
      return alert
    },

    async setChainBinding(binding) {
      single.binding = structuredClone(binding)
    },

    async enqueue(job, options) {
      jobs.push(structuredClone({ job, startAfter: options?.startAfter ?? null }))
    },
  }
}
