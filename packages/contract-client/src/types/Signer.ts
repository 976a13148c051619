/** Who signs: a key in memory, in a file, or in a KMS or HSM that never gives it away. */
export type Signer = {
  /** The standard principal that the public key hashes to on the client's network. */
  readonly address: string
  /** The compressed public key as 66 hex digits. */
  readonly publicKey: string
  /**
   * Signs a digest with secp256k1.
   *
   * @param digest - 32 bytes as hex, to be signed as they are, without another hash.
   * @returns `r‖s` as 128 hex digits, or DER as hex. The client forces low-S and finds the recovery id.
   */
  sign(digest: string): Promise<string>
}
