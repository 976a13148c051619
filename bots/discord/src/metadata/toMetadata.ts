import { createHash } from 'node:crypto'

/** What a message remembers of itself, unseen. */
export type MessageMetadata = {
  /** Discord posts nothing twice that carries the same one within a few minutes. */
  readonly nonce: string
  /** Numbers of the first two components: kept for as long as the message is, also when it is edited. */
  readonly ids: readonly [number, number]
}

/**
 * Discord keeps no metadata of an app with a message, so the key is turned into what it does keep. Two numbers of 31 bits
 * do not meet those of another key by chance.
 */
export function toMetadata(options: { key: string }): MessageMetadata {
  const digest = createHash('sha256').update(options.key).digest()
  // Zero would mean that there is none.
  const toId = (offset: number) => digest.readUInt32BE(offset) & 0x7fff_ffff || 1
  const [first, second] = [toId(0), toId(4)]
  return {
    nonce: digest.subarray(8, 26).toString('base64url'),
    // Discord takes no number twice in a message.
    ids: [first, first === second ? second ^ 2 : second],
  }
}
