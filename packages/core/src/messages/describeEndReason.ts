import { getRule } from '../alerts/getRule.ts'
import type { EndReason } from '../model/AlertEvent.ts'
import type { Text } from './Message.ts'

/** Why an alert is over though its conditions may hold, after a colon; nothing where they ended. */
export function describeEndReason(options: { rule: string; reason: EndReason | null }): Text {
  const { rule, reason } = options
  if (reason === null) return []
  const monitor = getRule(rule).monitor ?? rule
  return [': ', { code: monitor }, ' is switched off, and nobody looks for it any more']
}
