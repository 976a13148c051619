import type { Action } from '@medikey/core'
import { toSayCommand } from './toSayCommand.ts'

/** What to type in the demo instead of clicking a button. */
export function toClickCommand(options: { who: string; action: Action }): string {
  const { who, action } = options
  const { kind, requestId } = action
  return toSayCommand({ who, text: kind === 'deny' ? `deny ${requestId} <reason>` : `${kind} ${requestId}` })
}
