import type { Action } from '@medikey/core'
import { toSayCommand } from './toSayCommand.ts'

const TYPED: Readonly<Record<Action['kind'], (id: string) => string>> = {
  approve: (id) => `approve ${id}`,
  deny: (id) => `deny ${id} <reason>`,
  // Whose turn it is says what an approval means.
  consent: (id) => `approve ${id}`,
  confirm: (id) => `confirm ${id}`,
  cancel: (id) => `cancel ${id}`,
  release: (id) => `release ${id}`,
  acknowledge: (id) => `ack ${id}`,
  silence: (id) => `silence ${id} <duration> <reason>`,
}

/** What to type in the demo instead of clicking a button. */
export function toClickCommand(options: { who: string; action: Action }): string {
  const { who, action } = options
  return toSayCommand({ who, text: TYPED[action.kind](action.id) })
}
