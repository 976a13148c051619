import type { DigestWriter } from '@medikey/core'
import type { Database } from '../connection/Connection.ts'
import { digests } from '../schema/digests.ts'

/** Writes of digests. */
export function createDigestWriter(tx: Database): DigestWriter {
  return {
    async insertDigest(digest) {
      const inserted = await tx
        .insert(digests)
        .values(digest)
        .onConflictDoNothing()
        .returning({ id: digests.id })
      return inserted.length > 0
    },
  }
}
