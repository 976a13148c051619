import type { FakeResponse } from '../World.ts'

/** What became of an interaction that Discord told the app about. */
export type Delivery = {
  readonly interactionId: string
  /** Milliseconds until the app's first response. */
  readonly acknowledgedAfterMs: number
  /** What the first response said. */
  readonly response: FakeResponse
  /** Discord's code where it refused the response: 40060 when the interaction had been answered before. */
  readonly refusal: number | null
  /** Sends the same once more, as a resumed connection does. */
  redeliver(): Promise<Delivery>
}
