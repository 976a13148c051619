import type { Platform } from '@medikey/core'
import type { Clinic, Handle } from '@medikey/core/testing'

/** Somebody in the chat. `mallory` is linked to no principal. */
export type Member = Handle | 'mallory'

/** A command as a person means it; each platform types it its own way. People are named `@handle`. */
export type TypedCommand = {
  readonly subcommand: string
  readonly values: readonly { readonly name: string; readonly text: string }[]
}

/** A button: what it does, in core's word, and which request it carries. */
export type Button = { readonly kind: string; readonly id: string }

/** Something that stands in the chat, as it stood when it was looked at. */
export type Seen = {
  /** Names it among all that its platform showed. */
  readonly id: string
  /** What a person reads in it. */
  readonly text: string
  readonly buttons: readonly Button[]
  /** Its fields, where it is a form. */
  readonly fields: readonly string[]
  /** Whether the form can still be submitted. */
  readonly isOpen: boolean
  /** What it is to the platform's double. */
  readonly native: unknown
}

/** Changes what arrives at MediKey into what no honest client sends. */
export type Edit = (payload: Record<string, unknown>) => Record<string, unknown>

/** What an edited button or form claims to be, in core's word, and to remember; each platform keeps it in its own place. */
export type Forgery = { readonly name?: string; readonly memory?: string }

/**
 * A strict double of a chat platform with the bot of MediKey on it, and core in memory behind. Whatever is done is done
 * once it is acknowledged; it rejects where the platform would have given up waiting.
 */
export type Chat = {
  readonly platform: Platform
  readonly clinic: Clinic
  /** What must never be logged. */
  readonly secrets: readonly string[]
  /** Everything that was logged. */
  log(): string
  command(options: { by: Member; command: TypedCommand; edit?: Edit }): Promise<void>
  click(options: { by: Member; on: Seen; button: Button; forge?: Forgery; edit?: Edit }): Promise<void>
  /** @returns what is wrong, by field, where the platform shows that in the form itself */
  submit(options: {
    by: Member
    form: Seen
    values: Readonly<Record<string, string>>
    forge?: Forgery
    edit?: Edit
  }): Promise<Readonly<Record<string, string>>>
  /** Sends the last delivery once more, as platforms do. */
  redeliver(): Promise<void>
  /** What only this person was shown so far, forms included. */
  shownTo(member: Member): readonly Seen[]
  /** The cards in the approvals channel. */
  cards(): readonly Seen[]
  /** Posts what core has queued. */
  deliver(): Promise<void>
  /** Takes nothing more and waits for what is being worked on. */
  stop(): Promise<void>
}
