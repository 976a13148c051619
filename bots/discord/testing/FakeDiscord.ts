import type { SayOptions } from './drivers/addPersonsMessage.ts'
import type { Tamper } from './drivers/createCourier.ts'
import type { Delivery } from './drivers/Delivery.ts'
import type { ChoiceOptions } from './drivers/toChoice.ts'
import type { ClickOptions } from './drivers/toClick.ts'
import type { AutocompleteOptions, CommandOptions } from './drivers/toCommand.ts'
import type { MenuOptions } from './drivers/toMenuUse.ts'
import type { SubmitOptions } from './drivers/toSubmission.ts'
import type { channelIds, guildIds, userIds } from './fixedIds.ts'
import type { Permission } from './permissions.ts'
import type { Handshake } from './server/createGatewayDoor.ts'
import type { ApiCall, Choice, FakeCommand, FakeMessage, FakeModal, Fault } from './World.ts'

type Tampered = { readonly tamper?: Tamper }

/** A guild of Discord that enforces Discord's limits, with people who type, click and fill forms. */
export type FakeDiscord = {
  /** Base of the REST API without its version: what discord.js takes as `rest.api` instead of Discord's own. */
  readonly apiUrl: string
  readonly token: string
  readonly applicationId: string
  /** The clinic's guild. */
  readonly guildId: string
  readonly guilds: typeof guildIds
  /** Channel ids by name; the app may use all of them until the test forbids it. */
  readonly channels: typeof channelIds
  /** User ids by name. */
  readonly users: typeof userIds

  /** A typed slash command; resolves with the app's first response, rejects where none came within three seconds. */
  command(options: CommandOptions & Tampered): Promise<Delivery>
  /** What the app proposes while a person types. */
  autocomplete(options: AutocompleteOptions): Promise<readonly Choice[]>
  /** Chooses the app's command in the menu of a message or a person. */
  useMenu(options: MenuOptions): Promise<Delivery>
  click(options: ClickOptions & Tampered): Promise<Delivery>
  /** Chooses in a select of a message. */
  choose(options: ChoiceOptions): Promise<Delivery>
  submitModal(options: SubmitOptions & Tampered): Promise<Delivery>
  /** Lets a person write into a channel. */
  say(options: SayOptions): FakeMessage

  /** Messages of a channel that everybody sees, oldest first. */
  messages(channel: string): readonly FakeMessage[]
  /** Messages in the thread that hangs below a message, oldest first. */
  thread(message: { readonly id: string }): readonly FakeMessage[]
  directMessages(user: string): readonly FakeMessage[]
  /** The channel of direct messages between a person and the app. */
  openDirect(user: string): string
  /** Answers that only this person sees, oldest first; one that is still being thought about is none yet. */
  ephemerals(user: string): readonly FakeMessage[]
  /** The open form of a person. */
  modal(user: string): FakeModal | undefined
  /** Every form that was opened for a person, open or not, oldest first. */
  forms(user: string): readonly FakeModal[]
  /** Registered commands, of the guild and global. */
  commands(): readonly FakeCommand[]
  /** Every call of the REST API so far, tokens left out; a route is written `POST /channels/:channel/messages`. */
  calls(route?: string): readonly ApiCall[]

  fail(fault: Fault): void
  /** Takes permissions of the app in a channel; without any named, takes it out of the channel. */
  forbid(channel: string, ...permissions: Permission[]): void
  /** Makes a person take no direct messages. */
  blockDirectMessages(user: string): void
  /** Deletes a message, as a moderator does. */
  deleteMessage(message: { readonly id: string }): void
  /** Makes the token invalid. */
  revokeToken(): void

  /** Connections to the gateway that are identified or resumed. */
  countConnections(): number
  /** How connections began, oldest first. */
  handshakes(): readonly Handshake[]
  /** Closes the gateway's connections with a code; 4000 by default, after which the app may resume. */
  disconnect(code?: number): void
  /** Asks the app to connect again and resume (opcode 7). */
  requestReconnect(): void
  /** Tells the app that its session is over (opcode 9). */
  invalidateSession(options: { readonly isResumable: boolean }): void
  /** Ends the app's connections without a word. */
  cutConnections(): void
  /**
   * Drops recorded calls, closed forms, answers that one person saw, and answered interactions with their tokens: for
   * tests that run long. Messages of channels stay.
   */
  forget(): void
  close(): Promise<void>
}
