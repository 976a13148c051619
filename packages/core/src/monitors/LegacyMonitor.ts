import type { Deps } from '../Deps.ts'
import type { LegacyFinding } from '../model/LegacyAlert.ts'

/** Looks and reports; never acts. Knows no cron, no chat and no clock but the one in its deps. */
export type LegacyMonitor = (deps: Pick<Deps, 'store' | 'clock' | 'directory'>) => Promise<LegacyFinding[]>
