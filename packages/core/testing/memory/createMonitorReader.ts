import type { MonitorReader } from '../../src/ports/MonitorStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads of what the monitors remember. */
export function createMonitorReader(view: () => MemoryState): MonitorReader {
  return {
    getMonitorState: async (monitor) => view().monitorStates.get(monitor) ?? null,

    listMonitorStates: async () =>
      [...view().monitorStates.values()].sort((a, b) => (a.monitor < b.monitor ? -1 : 1)),
  }
}
