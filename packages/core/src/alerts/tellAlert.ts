import { randomUUID } from 'node:crypto'
import type { Deps } from '../Deps.ts'
import type { Alert } from '../model/Alert.ts'
import type { AlertEvent, AlertStep, EndReason } from '../model/AlertEvent.ts'
import type { UnitOfWork } from '../ports/Store.ts'
import { chooseDestinations } from './chooseDestinations.ts'
import { listDestinations } from './listDestinations.ts'
import { toAlertEvent } from './toAlertEvent.ts'

/** What became of an alert. `changed`: nothing that has to be said, only what its message shows is out of date. */
export type AlertNews = AlertStep | 'changed'

/** These are told also where nothing was told of the alert before. */
const CALLS: readonly AlertNews[] = ['fired', 'joined', 'escalated', 'repeated', 'reminded']
const WEBHOOK_FINDINGS = 100
/** Among so many of the newest the one is looked for that made an alert worse. */
const CHAT_FINDINGS = 100

/**
 * Queues what people are to be told of an alert, in the unit of work that makes it true. Its findings are those that the
 * unit reads. On a chat its one message is posted, or edited and the step told below it; a webhook is told each step.
 *
 * @param options.reason why it is over, where its conditions did not end
 * @example
 * await tellAlert(deps, unit, { alert, what: 'fired' })
 */
export async function tellAlert(
  deps: Pick<Deps, 'settings' | 'directory' | 'clock'>,
  unit: UnitOfWork,
  options: { alert: Alert; what: AlertNews; reason?: EndReason | undefined },
): Promise<void> {
  const { alert, what, reason } = options
  const at = deps.clock.now()
  const alertId = alert.id
  const configured = listDestinations(deps.settings)
  // Nobody takes away what would wait for a platform that is configured no more.
  const told = (await unit.listDestinations({ alertId })).filter((platform) => configured.includes(platform))
  const wanted = CALLS.includes(what) ? chooseDestinations(deps.settings, { alert }) : []
  await unit.touchCards({ alertId, at })
  for (const platform of new Set([...told, ...wanted])) {
    const lane = { subject: { alertId }, platform }
    const post = { lane, recipient: null, message: null, at }
    if (platform === 'webhook') {
      const step = toStep(alert, what)
      if (step === null) continue
      const event = await toAlertEvent(unit, { alert, step, reason, at, findings: WEBHOOK_FINDINGS })
      await unit.addPosts([{ ...post, id: randomUUID(), kind: 'event', event }])
    } else if (!told.includes(platform)) {
      await unit.addPosts([{ ...post, id: `alert-${alertId}-${platform}`, kind: 'alert' }])
    } else if (isSaid(alert, what)) {
      const event = await toAlertEvent(unit, { alert, step: what, reason, at, findings: CHAT_FINDINGS })
      const findings = chooseSaid(event)
      await unit.addPosts([{ ...post, id: randomUUID(), kind: 'thread', event: { ...event, findings } }])
    }
    await unit.enqueue({ name: 'deliver', lane })
  }
}

/** What is said below the message names what is new of it; the message shows the rest. */
function chooseSaid({ step, alert, findings }: AlertEvent): AlertEvent['findings'] {
  if (step === 'joined') return findings.slice(-1)
  if (step !== 'escalated') return []
  return findings.filter(({ severity }) => severity === alert.severity).slice(-1)
}

/** A silence is for people: a program that was told of an alert is told of its end as well. */
function toStep(alert: Alert, what: AlertNews): AlertStep | null {
  if (what !== 'changed') return what
  return alert.status === 'resolved' ? 'resolved' : null
}

/** An edit calls nobody: what has to be seen is said below the message as well. */
function isSaid(alert: Alert, what: AlertNews): what is AlertStep {
  if (what === 'joined') return alert.severity === 'critical'
  return what !== 'fired' && what !== 'changed'
}
