import type { Action } from './Message.ts'

/** How a button looks, where the platform tells buttons apart. */
export type ButtonStyle = 'primary' | 'danger' | 'plain'

/**
 * What the buttons say and how they look, by what they do. A platform only translates the style.
 *
 * @example
 * const { label, style } = buttons[action.kind]
 */
export const buttons: Readonly<
  Record<Action['kind'], { readonly label: string; readonly style: ButtonStyle }>
> = {
  approve: { label: 'Approve', style: 'primary' },
  deny: { label: 'Deny', style: 'danger' },
  consent: { label: 'Consent', style: 'primary' },
  confirm: { label: 'Confirm', style: 'primary' },
  cancel: { label: 'Cancel', style: 'plain' },
  release: { label: 'Release', style: 'danger' },
  acknowledge: { label: 'Acknowledge', style: 'primary' },
  silence: { label: 'Silence', style: 'plain' },
}
