/** The chain id that devnets share with testnet. */
export const chainId = 0x80000000
