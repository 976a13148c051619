import type { Delivery } from './drivers/Delivery.ts'
import type { ClickOptions } from './drivers/toClick.ts'
import type { CommandOptions } from './drivers/toCommand.ts'
import type { SubmitOptions } from './drivers/toSubmission.ts'
import type { ApiCall, FakeEphemeral, FakeMessage, FakeView, Fault } from './World.ts'

type Tamper = { readonly tamper?: { readonly signingSecret?: string; readonly at?: Date } }

/** A workspace of Slack that enforces Slack's limits, with people who type, click and fill forms. */
export type FakeSlack = {
  /** Base of the Web API: what an app takes instead of Slack's own. */
  readonly apiUrl: string
  readonly team: string
  readonly bot: { readonly userId: string; readonly botId: string }
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string

  /** From now on interactions go to this address as signed requests instead of over the socket. */
  deliverTo(url: string): void
  command(options: CommandOptions & Tamper): Promise<Delivery>
  click(options: ClickOptions & Tamper): Promise<Delivery>
  submitView(options: SubmitOptions & Tamper): Promise<Delivery>

  /** Messages of a channel, oldest first, without threads. */
  messages(channel: string): readonly FakeMessage[]
  /** Messages below a message, oldest first. */
  thread(message: { readonly channel: string; readonly ts: string }): readonly FakeMessage[]
  directMessages(user: string): readonly FakeMessage[]
  ephemerals(user: string): readonly FakeEphemeral[]
  /** The open form of a person. */
  modal(user: string): FakeView | undefined
  /** Every call of the Web API so far, tokens left out. */
  calls(method?: string): readonly ApiCall[]

  fail(fault: Fault): void
  /** Takes the app out of a channel. */
  removeFrom(channel: string): void
  /** Makes both tokens invalid. */
  revokeTokens(): void
  countConnections(): number
  disconnect(reason?: 'refresh_requested' | 'warning' | 'link_disabled'): void
  /** Ends the app's connections without a word. */
  cutConnections(): void
  close(): Promise<void>
}
