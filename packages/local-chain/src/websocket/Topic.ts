/** What a client subscribes to, by the name of its notifications, and in the form that tells one topic from another. */
export type Topic = {
  /** Unique: `block`, `tx_update:0x…`, `address_tx_update:ST…`. */
  readonly key: string
  /** What the answer to the subscription repeats, in the form that notifications carry. */
  readonly subject: Readonly<Record<string, string>>
}
