/** Gives away STX, as the faucets of the test networks do. */
export type Faucet = {
  /**
   * Signs and submits a transfer from the faucet's account. It is a transaction like any other: it waits to be
   * mined, stands in the journal and comes back after a reorg.
   *
   * @param gift.amount µSTX, 500 STX by default.
   * @returns The txid, `0x…`, and the signed bytes in hex.
   * @throws FaucetRefusedError
   */
  readonly give: (gift: { address: string; amount?: bigint }) => Promise<{ txid: string; raw: string }>
}
