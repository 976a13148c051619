/** An account of the project's settings, with its key: these keys are public knowledge. */
export type Account = {
  readonly name: string
  readonly address: string
  /** 32 bytes and the compression flag, hex, as stacks.js takes it. */
  readonly privateKey: string
  /** What the account has at the genesis, in µSTX. */
  readonly balance: bigint
}
