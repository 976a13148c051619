import type { Member, TypedCommand } from '../chat/Chat.ts'

/** How a payload is broken: something in it, found by a walk of these turns, is replaced or left out. */
export type Break = {
  readonly turns: readonly number[]
  readonly replacement: { readonly json: string } | 'left out'
}

/**
 * Something that is done in the chat. What it is done to is named by a number, which counts what there is by then, so
 * that an act makes sense wherever it stands in a script. A request is named in a text by `{request 3}`, an alert by `{alert 3}`.
 */
export type Act =
  | { readonly act: 'command'; readonly by: Member; readonly command: TypedCommand; readonly broken?: Break }
  | {
      readonly act: 'click'
      readonly by: Member
      /** Counted from the newest. */
      readonly on: number
      readonly button: number
      readonly forge?: { readonly name?: string; readonly memory?: string }
      readonly broken?: Break
    }
  | {
      readonly act: 'submit'
      readonly by: Member
      /** Whose form; an honest person has only their own. */
      readonly of: Member
      readonly values: Readonly<Record<string, string>>
      readonly forge?: { readonly name?: string; readonly memory?: string }
      readonly broken?: Break
    }
  | { readonly act: 'redeliver' }
  /** A monitor finds something, or says that it is over. */
  | { readonly act: 'find'; readonly record: number; readonly kind: 'happening' | 'condition' | 'end' }
  /** Time passes, and MediKey does its own work. */
  | { readonly act: 'wait'; readonly hours: number }
