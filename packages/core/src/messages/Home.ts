import type { Action, Text } from './Message.ts'

/** What concerns one person, as a page that a platform keeps for them. */
export type Home = {
  /** Above everything: how to be linked, for who is not. */
  readonly notice: readonly Text[]
  readonly sections: readonly HomeSection[]
}

/** A list under a heading. */
export type HomeSection = {
  readonly title: string
  /** Shown when there is no line. */
  readonly empty: Text
  readonly lines: readonly HomeLine[]
  /** There is more than is shown. */
  readonly isCut: boolean
}

/** What concerns the person, with what they may do about it. */
export type HomeLine = {
  /** Of the request or alert. */
  readonly id: string
  readonly text: Text
  readonly actions: readonly Action[]
}
