import type { UnitOfWork } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

/** Writes of the audit, the chain that the store belongs to, and jobs. */
export function createEvidenceWriter(
  state: MemoryState,
): Pick<UnitOfWork, 'appendAudit' | 'setChainBinding' | 'enqueue'> {
  const { audit, single, jobs } = state

  return {
    async appendAudit(entries) {
      for (const entry of entries) audit.push(structuredClone(entry))
    },

    async setChainBinding(binding) {
      single.binding = structuredClone(binding)
    },

    async enqueue(job, options) {
      jobs.push(structuredClone({ job, startAfter: options?.startAfter ?? null }))
    },
  }
}
