import { toPlainText } from '@medikey/core'
import { toInertText } from '../terminal/toInertText.ts'
import type { SilenceRow } from './silenceRowSchema.ts'

/** Silences in force, a line each. */
export function drawSilences({ silences }: { silences: readonly SilenceRow[] }): string[] {
  return silences.map(({ alertId, what, until, reason }) => {
    const ends = alertId === null ? '' : ` (medikey alerts unsilence ${alertId})`
    const line = `Silenced until ${toPlainText([{ time: until }])}${ends}: ${what}, and alerts like it; ${reason}`
    return toInertText(line).replaceAll('\n', ' ')
  })
}
