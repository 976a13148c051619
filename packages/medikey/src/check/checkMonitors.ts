import type { FullConfig } from '../config/readConfig.ts'
import type { Check } from './Check.ts'

/** Names the monitors that are switched off: whoever looks should not take their silence for a good sign. */
export function checkMonitors({ monitors }: Pick<FullConfig, 'monitors'>): Check[] {
  const { timeZone, ...each } = monitors
  const off = Object.entries(each).flatMap(([name, { enabled }]) => (enabled ? [] : [name]))
  if (off.length === 0) return []
  const detail = `Switched off in medikey.yaml: ${off.join(', ')}. Nobody is told of what they watch.`
  return [{ name: 'monitors', ok: true, isNeutral: true, detail }]
}
