import type { Destination } from '@medikey/core'
import type { FullConfig } from '../config/readConfig.ts'
import type { Check } from './Check.ts'

/** Names the routes of alerts that lead to what is not configured, and says where such alerts are told. */
export function checkRoutes(
  { alerts }: Pick<FullConfig, 'alerts'>,
  options: { destinations: readonly Destination[] },
): Check[] {
  return alerts.routes.flatMap(({ to }, index) => {
    const missing = [...new Set(to)].filter((destination) => !options.destinations.includes(destination))
    if (missing.length === 0) return []
    const rest =
      new Set(to).size > missing.length
        ? 'The rest of it counts.'
        : 'With nothing else in it, what fits it is told everywhere that is configured.'
    const verb = missing.length === 1 ? 'is' : 'are'
    const detail = `alerts.routes[${index}] names ${missing.join(' and ')}, which ${verb} not configured. ${rest}`
    return [{ name: 'routes', ok: true, isNeutral: true, detail }]
  })
}
