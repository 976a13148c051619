import type { Tamper } from './drivers/createCourier.ts'
import type { Delivery } from './drivers/Delivery.ts'
import type { ClickOptions } from './drivers/toClick.ts'
import type { CommandOptions } from './drivers/toCommand.ts'
import type { HomeOptions } from './drivers/toHomeOpened.ts'
import type { ShortcutOptions } from './drivers/toShortcut.ts'
import type { SubmitOptions } from './drivers/toSubmission.ts'
import type { DisconnectReason } from './server/createSocketDoor.ts'
import type {
  ApiCall,
  FakeEphemeral,
  FakeFile,
  FakeMessage,
  FakeNotice,
  FakeTeam,
  FakeView,
  Fault,
} from './World.ts'

type Tampered = { readonly tamper?: Tamper }

/** Workspaces of Slack that enforce Slack's limits, with people who type, click and fill forms. */
export type FakeSlack = {
  /** Base of the Web API: what an app takes instead of Slack's own. */
  readonly apiUrl: string
  /** The first workspace, its bot and its token. */
  readonly team: string
  readonly bot: { readonly userId: string; readonly botId: string }
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
  /** Every workspace with the app. */
  readonly workspaces: readonly Readonly<FakeTeam>[]

  /** From now on interactions go to this address as signed requests instead of over the socket. */
  deliverTo(url: string): void
  /** Asks that address whether it is an app's, as Slack does when it is entered. */
  verifyUrl(): Promise<Delivery>
  command(options: CommandOptions & Tampered): Promise<Delivery>
  /** A click on a button of a message, a form or a Home tab. */
  click(options: ClickOptions & Tampered): Promise<Delivery>
  submitView(options: SubmitOptions & Tampered): Promise<Delivery>
  /** Chooses a shortcut in the menu of a message. */
  useShortcut(options: ShortcutOptions & Tampered): Promise<Delivery>
  /** Opens the app's Home. */
  openHome(options: HomeOptions & Tampered): Promise<Delivery>
  /** Lets a person write into a channel. */
  say(options: { user: string; channel: string; text: string }): FakeMessage

  /** Messages of a channel, oldest first, without threads. */
  messages(channel: string): readonly FakeMessage[]
  /** Messages below a message, oldest first. */
  thread(message: { readonly channel: string; readonly ts: string }): readonly FakeMessage[]
  directMessages(user: string, team?: string): readonly FakeMessage[]
  /** What only this person sees, of all workspaces. */
  ephemerals(user: string): readonly FakeEphemeral[]
  /** The open form of a person. */
  modal(user: string): FakeView | undefined
  /** What a person's Home tab shows. */
  home(user: string, team?: string): FakeView | undefined
  /** What Slack itself told a person whose command, click or form the app did not take. */
  notices(user: string): readonly FakeNotice[]
  /** Every form that was opened for a person, open or not, oldest first. */
  forms(user: string): readonly FakeView[]
  /** Files that the app uploads, or did, oldest first. */
  files(): readonly Readonly<FakeFile>[]
  /** Every call of the Web API so far, tokens left out. */
  calls(method?: string): readonly ApiCall[]

  fail(fault: Fault): void
  /** Refuses the next messages with pictures, as Slack does while it works on a file. */
  keepBusy(times: number): void
  /** Takes the app out of a channel. */
  removeFrom(channel: string): void
  archive(channel: string): void
  /** Deactivates a person's account. */
  deactivate(user: string, team?: string): void
  /** Makes all tokens invalid. */
  revokeTokens(): void
  countConnections(): number
  /** Ends sockets as Slack does: all of them, or no more than so many. */
  disconnect(reason?: DisconnectReason, most?: number): void
  /** Ends the app's connections without a word. */
  cutConnections(): void
  close(): Promise<void>
}
