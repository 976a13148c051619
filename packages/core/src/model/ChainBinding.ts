/** The chain a store belongs to. A store never follows another one: its rows would explain nothing there. */
export type ChainBinding = {
  readonly network: string
  readonly contract: string
  /** The transaction that deployed the contract: tells a fresh local chain from the one before. */
  readonly deployTxid: string
  /** The tip when MediKey first met the chain: what happened before was not MediKey's to approve. */
  readonly installedAtHeight: number
}
