/**
 * A message that a wallet shows and signs field by field (SIP-018), instead of bytes that nobody can read. The domain's
 * chain id is the network's.
 */
export type StructuredMessage = {
  readonly domain: { readonly name: string; readonly version: string }
  /** By the names that the tuple has in Clarity. */
  readonly fields: Readonly<
    Record<string, { readonly ascii: string } | { readonly uint: bigint } | { readonly principal: string }>
  >
}
