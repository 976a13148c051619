import type { WebSocket } from 'ws'

/** Who wants to hear of what. */
export type Subscriptions = {
  /** False when the client has as many as it may have. */
  readonly add: (client: WebSocket, key: string) => boolean
  readonly remove: (client: WebSocket, key: string) => void
  /** Ends all of a client's. */
  readonly forget: (client: WebSocket) => void
  readonly isEmpty: () => boolean
  /** Sends a notification to all of a topic; it is composed only when there are any. */
  readonly publish: (notification: { key: string; method: string; compose: () => object }) => void
}
