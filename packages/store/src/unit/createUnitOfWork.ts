import type { UnitOfWork } from '@medikey/core'
import { createAlertWriter } from '../alerts/createAlertWriter.ts'
import type { Database } from '../connection/Connection.ts'
import { createDigestWriter } from '../digests/createDigestWriter.ts'
import { createEvidenceWriter } from '../evidence/createEvidenceWriter.ts'
import { createGrantWriter } from '../grants/createGrantWriter.ts'
import { createLinkWriter } from '../links/createLinkWriter.ts'
import { createMonitorWriter } from '../monitors/createMonitorWriter.ts'
import { createPostWriter } from '../posts/createPostWriter.ts'
import { createActivityWriter } from '../projection/createActivityWriter.ts'
import { createFollowerWriter } from '../projection/createFollowerWriter.ts'
import { createRequestWriter } from '../requests/createRequestWriter.ts'
import { createTransactionWriter } from '../transactions/createTransactionWriter.ts'
import { createReader } from './createReader.ts'

/** Reads and writes in one database transaction. */
export function createUnitOfWork(
  tx: Database,
  options: { readonly enqueue: UnitOfWork['enqueue'] },
): UnitOfWork {
  return {
    ...createReader(tx),
    ...createRequestWriter(tx),
    ...createTransactionWriter(tx),
    ...createGrantWriter(tx),
    ...createPostWriter(tx),
    ...createActivityWriter(tx),
    ...createFollowerWriter(tx),
    ...createEvidenceWriter(tx),
    ...createAlertWriter(tx),
    ...createLinkWriter(tx),
    ...createMonitorWriter(tx),
    ...createDigestWriter(tx),
    enqueue: options.enqueue,
  }
}
