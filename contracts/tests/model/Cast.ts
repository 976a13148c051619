/** Who plays in one vault's run. */
export type Cast = {
  readonly cmo: string
  /** Everybody who may call or be named as staff, the contracts among them. */
  readonly principals: readonly string[]
  /** A contract wallet's principal, and who owns it: the owner signs, the wallet is the contract-caller. */
  readonly wallets: ReadonlyMap<string, string>
}
