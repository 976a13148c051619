import type { MessageRef } from '../model/Post.ts'

/** A person as a message names them: a platform shows their account there where it knows one, else the name. */
export type Person = {
  readonly name: string
  readonly principal: string
  readonly accounts: readonly {
    readonly platform: string
    readonly workspace: string | null
    readonly userId: string
  }[]
}

/** A piece of text. A bare string is shown exactly as it is: platforms escape it, nothing in it is markup or a ping. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly person: Person }
  | { readonly link: { readonly label: string; readonly url: string } }
  /**
   * A message that MediKey posted, wherever it stands: a platform links to its own one and shows the label alone where it
   * has none. Without any ref it is the card of the request that the message is about, filled in when it is delivered.
   */
  | { readonly message: { readonly label: string; readonly refs: readonly MessageRef[] } }
  /** ISO 8601; shown in the reader's own time zone where the platform can. */
  | { readonly time: string }

/** A line of text, from left to right. Nothing is put between its spans. */
export type Text = readonly Span[]

/** A fact with its name, such as a limit; platforms show the facts of a message as a list. */
export type Field = { readonly label: string; readonly value: Text }

/** A button. It carries the opaque id of the request or alert that it is about, and nothing that decides anything. */
export type Action = {
  readonly kind: 'approve' | 'deny' | 'consent' | 'confirm' | 'cancel' | 'release' | 'acknowledge' | 'silence'
  readonly id: string
}

/** How the message is meant, shown as a sign or a colour and never by it alone: `waiting` wants somebody to act. */
export type Tone = 'neutral' | 'waiting' | 'good' | 'bad'

/**
 * What a message says, as data: the same for every platform, which only translates it. It survives JSON unchanged.
 */
export type Message = {
  readonly title: string | null
  readonly tone: Tone
  readonly paragraphs: readonly Text[]
  readonly fields: readonly Field[]
  /** Small print. */
  readonly footer: readonly Text[]
  readonly actions: readonly Action[]
}
