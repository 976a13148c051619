import type { StoreReader } from '../../src/ports/Store.ts'
import { createActivityReader } from './createActivityReader.ts'
import { createAlertReader } from './createAlertReader.ts'
import { createDeliveryReader } from './createDeliveryReader.ts'
import { createDigestReader } from './createDigestReader.ts'
import { createEvidenceReader } from './createEvidenceReader.ts'
import { createFollowerReader } from './createFollowerReader.ts'
import { createGrantReader } from './createGrantReader.ts'
import { createLinkReader } from './createLinkReader.ts'
import { createMonitorReader } from './createMonitorReader.ts'
import { createPatternReader } from './createPatternReader.ts'
import { createPersonalReader } from './createPersonalReader.ts'
import { createPostReader } from './createPostReader.ts'
import { createProjectionReader } from './createProjectionReader.ts'
import { createRequestReader } from './createRequestReader.ts'
import { createTimelineReader } from './createTimelineReader.ts'
import { createTransactionReader } from './createTransactionReader.ts'
import { createWatchReader } from './createWatchReader.ts'
import type { MemoryState } from './MemoryState.ts'

/** Everything that may be asked of a state. */
export function createReader(view: () => MemoryState): StoreReader {
  return {
    ...createRequestReader(view),
    ...createTransactionReader(view),
    ...createGrantReader(view),
    ...createPostReader(view),
    ...createDeliveryReader(view),
    ...createProjectionReader(view),
    ...createEvidenceReader(view),
    ...createActivityReader(view),
    ...createAlertReader(view),
    ...createFollowerReader(view),
    ...createLinkReader(view),
    ...createTimelineReader(view),
    ...createPersonalReader(view),
    ...createPatternReader(view),
    ...createMonitorReader(view),
    ...createWatchReader(view),
    ...createDigestReader(view),
  }
}
