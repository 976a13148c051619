import type { WebSocket } from 'ws'

/** What Discord keeps for an app that identified itself: it outlives its connection, so that the app can resume. */
export type Session = {
  readonly id: string
  readonly intents: number
  /** The number of the last event. */
  sequence: number
  /** Events that may have to be sent again, oldest first. */
  readonly events: { readonly sequence: number; readonly frame: string }[]
  /** Null while the app is away. */
  connection: WebSocket | null
}
