import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { Silence } from '../model/Silence.ts'
import { nameAlert } from './nameAlert.ts'

/** A silence that keeps alerts from being told now, and by which alert it can be named. */
export type SilenceInForce = {
  readonly silence: Silence
  /** The alert by which it was silenced; null where that is not known. */
  readonly alertId: string | null
  /** What it silences, in a few words: `grant without approval: record 7`. */
  readonly what: string
}

/**
 * The silences in force that no alert among these shows: a silence outlives its alert, and keeps the next one of the same
 * rule and cause from being told. Those that end first come first.
 *
 * @param options.shown alerts that are shown with their own silence
 * @example
 * const silences = await listSilencesInForce(deps, { shown: await deps.store.listOpenAlerts({ limit: 10 }) })
 */
export async function listSilencesInForce(
  deps: Pick<Deps, 'store' | 'clock'>,
  options: { shown: readonly Pick<Alert, 'rule' | 'cause' | 'status'>[] },
): Promise<SilenceInForce[]> {
  const { store, clock } = deps
  const shown = new Set(options.shown.filter(({ status }) => status !== 'resolved').map(toKey))
  const silences = await store.listSilences({ now: clock.now() })
  return Promise.all(
    silences
      .filter((silence) => !shown.has(toKey(silence)))
      .toSorted((a, b) => a.until.getTime() - b.until.getTime())
      .map(async (silence) => {
        const alert = await findSilencedAlert({ store }, { silence })
        const [first] = alert === null ? [] : await store.listAlertFindings({ alertId: alert.id, limit: 1 })
        const subjects = first === undefined ? [] : [first.subject]
        return {
          silence,
          alertId: alert?.id ?? null,
          what: nameAlert({ rule: silence.rule, count: 1, subjects }),
        }
      }),
  )
}

/** The evidence of the silence names it. */
async function findSilencedAlert(
  { store }: Pick<Deps, 'store'>,
  { silence }: { silence: Silence },
): Promise<Alert | null> {
  const window = { after: new Date(silence.at.getTime() - 1), until: silence.at }
  const silenced = await store.listAuditOf({ actions: ['alert-silenced'], ...window })
  for (const { alertId } of silenced.map(({ detail }) => detail)) {
    const alert = alertId === undefined ? null : await store.getAlert(alertId)
    if (alert !== null && toKey(alert) === toKey(silence)) return alert
  }
  return null
}

const toKey = ({ rule, cause }: Pick<Silence, 'rule' | 'cause'>) => JSON.stringify([rule, cause])
