import type { Destination } from '../model/Destination.ts'
import type { Settings } from '../Settings.ts'

/** Everywhere that alerts can be told, as it is configured. */
export function listDestinations({
  platforms,
  alerts,
}: Pick<Settings, 'platforms' | 'alerts'>): Destination[] {
  return alerts.webhook === null ? [...platforms] : [...platforms, 'webhook']
}
