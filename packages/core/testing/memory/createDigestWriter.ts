import type { DigestWriter } from '../../src/ports/DigestStore.ts'
import type { MemoryState } from './MemoryState.ts'

/** Writes of digests. */
export function createDigestWriter({ digests }: MemoryState): DigestWriter {
  return {
    async insertDigest(digest) {
      if (digests.has(digest.id)) return false
      digests.set(digest.id, structuredClone(digest))
      return true
    },
  }
}
