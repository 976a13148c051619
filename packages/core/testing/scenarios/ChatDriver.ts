import type { Values } from '../../src/conversation/Values.ts'
import type { Action } from '../../src/messages/Message.ts'
import type { Clinic, Handle } from '../createClinic.ts'

/** Who sits at a keyboard: the people of the clinic, and `mallory`, who is nobody there. */
export type Visitor = Handle | 'mallory'

/** A message as people see it. */
export type Shown = {
  /** What the driver finds it again by. */
  readonly id: string
  /** Everything that can be read, in order; people as `@` and their handle where they are mentioned. */
  readonly text: string
  /** What its buttons do. */
  readonly buttons: readonly Action['kind'][]
  /** The messages that it links to, by their id. */
  readonly leadsTo: readonly string[]
}

/** A form that is open before a person. */
export type ShownForm = { readonly id: string; readonly text: string }

/** What a person alone is shown for what they typed, clicked or filled in. */
export type Reply =
  | { readonly message: Shown }
  | { readonly form: ShownForm }
  /** What the form says below its fields, where a platform shows it there. */
  | { readonly problems: readonly string[] }

/**
 * People at a chat platform with MediKey behind it: hands and eyes for the scenarios. An administrator declared all of
 * the clinic's people but tom.
 */
export type ChatDriver = {
  /** What is behind the chat. */
  readonly clinic: Clinic
  /**
   * Gives a command, each part as somebody would: a person is `@` and a handle, chosen from the platform's own list, or
   * anything else that is typed instead.
   */
  type(by: Visitor, command: { readonly name: string; readonly values?: Values }): Promise<Reply>
  click(by: Visitor, message: Shown, kind: Action['kind']): Promise<Reply>
  /** Fills fields, persons as in a command, and submits; what is not named stays as it was prefilled. */
  submit(by: Visitor, form: ShownForm, values: Values): Promise<Reply>
  /**
   * The platform sends what it sent last once more, as after a lost acknowledgement. Then MediKey stops, so that it is done
   * with it: nothing can be typed or clicked afterwards.
   */
  redeliver(): Promise<void>
  /** Carries out what MediKey has queued to be posted. */
  deliver(): Promise<void>
  /** The approvals channel, oldest first. */
  listCards(): Promise<readonly Shown[]>
  /** The alerts channel, oldest first. */
  listAlerts(): Promise<readonly Shown[]>
  /** What stands below a message of either channel, oldest first. */
  listThread(message: Shown): Promise<readonly Shown[]>
  /** What MediKey wrote to a person, oldest first. */
  listDirect(to: Visitor): Promise<readonly Shown[]>
  close(): Promise<void>
}
