import type { Action } from '@medikey/core'
import { toSayCommand } from './toSayCommand.ts'

/** What to type in the demo instead of clicking a button. */
export function toClickCommand(options: { who: string; action: Action }): string {
  const { who, action } = options
  const { kind, requestId } = action
  // Whose turn it is says what an approval means.
  const word = kind === 'consent' ? 'approve' : kind
  return toSayCommand({ who, text: `${word} ${requestId}${kind === 'deny' ? ' <reason>' : ''}` })
}
