import type { Severity } from '../model/Alert.ts'
import type { Tone } from './Message.ts'

/** How a severity is said and shown. */
export const severityWords: Readonly<Record<Severity, { readonly word: string; readonly tone: Tone }>> = {
  info: { word: 'Notice', tone: 'neutral' },
  warning: { word: 'Warning', tone: 'waiting' },
  critical: { word: 'Critical', tone: 'bad' },
}
