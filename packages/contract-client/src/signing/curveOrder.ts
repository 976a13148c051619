/** How many points secp256k1 generates: `s` and `curveOrder - s` are two forms of one signature. */
export const curveOrder = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
