import { cpus, loadavg, release, totalmem, type } from 'node:os'
import type { Report } from './Report.ts'

/** The machine that the figures come from. */
export function describeMachine(): Report['machine'] {
  const processors = cpus()
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  }
}
