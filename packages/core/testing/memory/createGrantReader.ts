import type { StoreReader } from '../../src/ports/Store.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of grants. */
export function createGrantReader(
  view: () => MemoryState,
): Pick<StoreReader, 'getGrant' | 'getActiveGrant' | 'listEndedGrants' | 'listGrantsToWarn'> {
  return {
    getGrant: async (requestId) => view().grants.get(requestId) ?? null,

    getActiveGrant: async ({ recordId, medicalStaff }) =>
      [...view().grants.values()].find(
        (grant) =>
          grant.status === 'active' && grant.recordId === recordId && grant.medicalStaff === medicalStaff,
      ) ?? null,

    listEndedGrants: async ({ now, limit }) =>
      [...view().grants.values()]
        .flatMap((grant) => (grant.endsAt === null ? [] : [{ grant, endsAt: grant.endsAt }]))
        .filter(
          ({ grant, endsAt }) => grant.status === 'active' && grant.endRequestId === null && endsAt <= now,
        )
        .sort((a, b) => a.endsAt.getTime() - b.endsAt.getTime())
        .slice(0, limit)
        .map(({ grant }) => grant),

    listGrantsToWarn: async ({ now, leadMs, limit }) =>
      [...view().grants.values()]
        .flatMap((grant) => (grant.endsAt === null ? [] : [{ grant, endsAt: grant.endsAt.getTime() }]))
        .filter(
          ({ grant, endsAt }) =>
            grant.status === 'active' &&
            grant.endRequestId === null &&
            endsAt > now.getTime() &&
            endsAt - leadMs <= now.getTime() &&
            endsAt - leadMs > grant.startsAt.getTime() &&
            !view().warnings.has(`${grant.requestId}/${leadMs}`),
        )
        .sort((a, b) => a.endsAt - b.endsAt)
        .slice(0, limit)
        .map(({ grant }) => grant),
  }
}
