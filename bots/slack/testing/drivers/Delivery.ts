/** What became of something that Slack sent to the app. */
export type Delivery = {
  /** HTTP status; 200 in Socket Mode. */
  readonly status: number
  /** Milliseconds until the app acknowledged. */
  readonly acknowledgedAfterMs: number
  /** What the acknowledgement said: for a form, its errors. */
  readonly response: Readonly<Record<string, unknown>>
  /** Sends the same once more, as Slack does when an acknowledgement got lost. */
  redeliver(): Promise<Delivery>
}
