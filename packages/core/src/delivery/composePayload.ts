import { getRule } from '../alerts/getRule.ts'
import type { AlertEvent } from '../model/AlertEvent.ts'
import type { AlertPayload } from '../model/AlertPayload.ts'
import type { Settings } from '../Settings.ts'

/** Composes what a webhook is told. What people wrote, such as why they silence it, stays in the chat and the audit. */
export function composePayload(options: {
  event: AlertEvent
  settings: Pick<Settings, 'network' | 'contract' | 'demo'>
}): AlertPayload {
  const { event, settings } = options
  const { silenceReason, ...alert } = event.alert
  return {
    type: `medikey.alert.${event.step}.v1`,
    timestamp: event.at,
    data: {
      network: settings.network,
      contract: settings.contract,
      demo: settings.demo,
      alert: { ...alert, title: getRule(alert.rule).title(event.findingCount) },
      findingCount: event.findingCount,
      findings: event.findings,
      ...(event.reason === undefined ? {} : { reason: event.reason }),
    },
  }
}
