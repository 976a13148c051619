import type { AuditAction, Store } from '@medikey/core'

/** The same store, telling of each audit entry once it is committed: whatever happens leaves one. */
export function createCountedStore(
  store: Store,
  options: { onEvidence: (action: AuditAction) => void },
): Store {
  return {
    ...store,
    async transaction(work) {
      const actions: AuditAction[] = []
      const result = await store.transaction((unit) => {
        actions.length = 0
        return work({
          ...unit,
          async appendAudit(entries) {
            await unit.appendAudit(entries)
            for (const { action } of entries) actions.push(action)
          },
        })
      })
      for (const action of actions) options.onEvidence(action)
      return result
    },
  }
}
