import type { Deps } from '../Deps.ts'
import { InvalidInputError } from '../errors/InvalidInputError.ts'
import { parseReason } from '../input/parseReason.ts'
import { alertActMessage } from '../messages/alertActMessage.ts'
import { alertStandsMessage } from '../messages/alertStandsMessage.ts'
import type { Alert } from '../model/Alert.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import type { ActOutcome } from './ActOutcome.ts'
import type { AlertAct } from './AlertAct.ts'
import type { AlertActor } from './AlertActor.ts'
import { acknowledgeIn } from './acknowledgeIn.ts'
import { alertNotFound } from './alertNotFound.ts'
import { silenceIn } from './silenceIn.ts'
import { unsilenceIn } from './unsilenceIn.ts'

const LONGEST_SILENCE_MS = 30 * 86_400_000

/**
 * Does what somebody, who may, wants done with an alert: with its evidence, and once however often it arrives.
 *
 * @param options.delivery unique key of the inbound delivery; null where it cannot arrive twice
 * @returns what the person is told, whether anything was changed, and the alert as it stands then
 * @throws InvalidInputError, or RefusalError where there is no such alert: nothing was changed
 */
export async function performAct(
  deps: Pick<Deps, 'store' | 'settings' | 'directory' | 'clock'>,
  options: { alertId: string; actor: AlertActor; delivery: string | null; act: AlertAct },
): Promise<ActOutcome> {
  const { alertId, delivery } = options
  const act = checkAct(options.act)
  const at = deps.clock.now()
  const named = await deps.store.getAlert(alertId)
  if (named === null || named.firedAt === null)
    throw alertNotFound({ to: options.actor === 'operator' ? 'operator' : 'person' })
  const done = await deps.store.transaction(async (unit) => {
    const claimed = delivery && (await unit.claimDelivery({ key: delivery, requestId: alertId, at }))
    if (claimed) return null
    return perform(deps, unit, { ...options, act, named, at })
  })
  const { directory, settings } = deps
  const silence = await deps.store.getSilence(named)
  if (done !== null)
    return {
      message: alertActMessage({ alert: done, act, silence, at, settings }),
      alert: done,
      isChanged: true,
    }
  const alert = (await deps.store.getAlert(alertId)) ?? named
  const message = alertStandsMessage({ alert, act, silence, at, directory })
  return { message, alert, isChanged: false }
}

/** The alert that came of it; null where there was nothing to do. */
async function perform(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { named: Alert; actor: AlertActor; act: AlertAct; at: Date },
): Promise<Alert | null> {
  const { named, actor, act, at } = options
  const [open = null] = await unit.lockAlerts([named])
  switch (act.kind) {
    case 'acknowledge':
      return open?.id === named.id ? acknowledgeIn(deps, unit, { alert: open, actor, at }) : null
    case 'silence': {
      const { durationMs, reason } = act
      const until = new Date(at.getTime() + durationMs)
      return silenceIn(deps, unit, { named, open, actor, until, reason, at })
    }
    case 'unsilence':
      return unsilenceIn(deps, unit, { named, open, actor, at })
  }
}

function checkAct(act: AlertAct): AlertAct {
  if (act.kind !== 'silence') return act
  const reason = parseReason(act.reason)
  if (act.durationMs > 0 && act.durationMs <= LONGEST_SILENCE_MS) return { ...act, reason }
  const message = 'A silence lasts 30 days at most: give a duration such as 30m, 8h or 7d.'
  throw new InvalidInputError([{ field: 'duration', message }])
}
