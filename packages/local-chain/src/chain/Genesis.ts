/** What a chain begins with. Two chains differ in their salt, and so in every block hash. */
export type Genesis = {
  readonly salt: string
  /** Unix seconds. */
  readonly time: number
  readonly balances: readonly { readonly address: string; readonly balance: bigint }[]
}
