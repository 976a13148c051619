import type { MonitorState } from '../../src/model/MonitorState.ts'
import type { MonitorWriter } from '../../src/ports/MonitorStore.ts'
import { createMonitorReader } from './createMonitorReader.ts'
import type { MemoryState } from './MemoryState.ts'

const FRESH: Omit<MonitorState, 'monitor'> = {
  cursor: null,
  failedCallCursor: null,
  lookedAt: null,
  settings: '',
  looks: 0,
  startedAt: null,
  completedAt: null,
  failedAt: null,
  failure: null,
  dueBy: null,
}

/** Writes of what the monitors remember. */
export function createMonitorWriter(state: MemoryState): MonitorWriter {
  const { monitorStates } = state
  const change = (monitor: string, patch: Partial<MonitorState>) => {
    const before = monitorStates.get(monitor) ?? { monitor, ...FRESH }
    const named = Object.entries(patch).filter(([, value]) => value !== undefined)
    monitorStates.set(monitor, structuredClone({ ...before, ...Object.fromEntries(named) }))
  }

  return {
    lockMonitorStates: () => createMonitorReader(() => state).listMonitorStates(),

    async putMonitorState({ monitor, cursor, failedCallCursor, lookedAt, settings, looks }) {
      if ((monitorStates.get(monitor)?.looks ?? 0) !== looks - 1) return false
      change(monitor, { cursor, failedCallCursor, lookedAt, settings, looks })
      return true
    },

    async noteRun({ monitor, ...run }) {
      change(monitor, run)
    },
  }
}
