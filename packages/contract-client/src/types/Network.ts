/** Which Stacks network. `devnet` is a local chain; its addresses and chain id are those of `testnet`. */
export type Network = 'mainnet' | 'testnet' | 'devnet'
