import type { Deps } from '@medikey/core'

/**
 * Whether the monitor that watches every job did not complete in its time: it would tell of any other one, and there is
 * nobody to tell of it. One that is switched off is due at no time.
 */
export async function isWatchOverdue({ store, clock }: Pick<Deps, 'store' | 'clock'>): Promise<boolean> {
  const state = await store.getMonitorState('heartbeat')
  return state !== null && state.dueBy !== null && state.dueBy <= clock.now()
}
