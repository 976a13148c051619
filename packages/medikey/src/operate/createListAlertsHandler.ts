import { type Deps, listSilencesInForce } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'
import { toAlertRow } from './toAlertRow.ts'

const MOST = 100

/**
 * Lists alerts for the operator: those that are open, the most severe first, or all of them, the newest first; and the
 * silences in force that none of them shows.
 */
export function createListAlertsHandler(deps: Pick<Deps, 'store' | 'clock'>): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({ all: z.boolean() }),
    async run({ all }) {
      const found = all
        ? await deps.store.listAlerts({ limit: MOST + 1 })
        : await deps.store.listOpenAlerts({ limit: MOST + 1 })
      const shown = found.slice(0, MOST)
      const silences = await listSilencesInForce(deps, { shown })
      return {
        alerts: await Promise.all(shown.map((alert) => toAlertRow(deps, { alert }))),
        isCut: found.length > MOST,
        silences: silences.map(({ silence: { rule, cause, until, reason }, alertId, what }) => ({
          alertId,
          rule,
          cause,
          what,
          until: until.toISOString(),
          reason,
        })),
      }
    },
  })
}
