import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of the audit and the chain that the store belongs to. */
export function createEvidenceReader(
  view: () => MemoryState,
): Pick<StoreReader, 'listAudit' | 'getChainBinding'> {
  return {
    listAudit: async ({ requestId, recordId, limit }) =>
      view()
        .audit.filter(
          (entry) =>
            (requestId === undefined || entry.requestId === requestId) &&
            (recordId === undefined || entry.recordId === recordId),
        )
        .slice(0, limit),

    getChainBinding: async () => view().single.binding,
  }
}
