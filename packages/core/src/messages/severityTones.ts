import type { Severity } from '../model/Alert.ts'
import type { Tone } from './Message.ts'

/** How severe an alert is, as a tone. */
export const severityTones: Readonly<Record<Severity, Tone>> = {
  info: 'neutral',
  warning: 'waiting',
  critical: 'bad',
}
