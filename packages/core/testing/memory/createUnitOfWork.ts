import type { UnitOfWork } from '../../src/ports/Store.ts'
import { createActivityWriter } from './createActivityWriter.ts'
import { createAlertWriter } from './createAlertWriter.ts'
import { createDigestWriter } from './createDigestWriter.ts'
import { createEvidenceWriter } from './createEvidenceWriter.ts'
import { createFollowerWriter } from './createFollowerWriter.ts'
import { createGrantWriter } from './createGrantWriter.ts'
import { createLinkWriter } from './createLinkWriter.ts'
import { createMonitorWriter } from './createMonitorWriter.ts'
import { createPostWriter } from './createPostWriter.ts'
import { createReader } from './createReader.ts'
import { createRequestWriter } from './createRequestWriter.ts'
import { createTransactionWriter } from './createTransactionWriter.ts'
import type { MemoryState } from './MemoryState.ts'

/** Reads and writes on a draft of the state. */
export function createUnitOfWork(draft: MemoryState): UnitOfWork {
  return {
    ...createReader(() => draft),
    ...createRequestWriter(draft),
    ...createTransactionWriter(draft),
    ...createGrantWriter(draft),
    ...createPostWriter(draft),
    ...createEvidenceWriter(draft),
    ...createActivityWriter(draft),
    ...createAlertWriter(draft),
    ...createFollowerWriter(draft),
    ...createLinkWriter(draft),
    ...createMonitorWriter(draft),
    ...createDigestWriter(draft),
  }
}
