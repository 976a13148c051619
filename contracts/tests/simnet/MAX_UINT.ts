/** The largest number that Clarity knows: 2^128 - 1. */
export const MAX_UINT = 2n ** 128n - 1n
