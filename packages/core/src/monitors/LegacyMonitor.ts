import type { Deps } from '../Deps.ts'
import type { Finding } from '../model/Finding.ts'

/** Looks and reports; never acts. Knows no cron, no chat and no clock but the one in its deps. */
export type LegacyMonitor = (deps: Pick<Deps, 'store' | 'clock' | 'directory'>) => Promise<Finding[]>
