import type { StoreReader } from '@medikey/core'
import { createAlertReader } from '../alerts/createAlertReader.ts'
import type { Database } from '../connection/Connection.ts'
import { createDigestReader } from '../digests/createDigestReader.ts'
import { createEvidenceReader } from '../evidence/createEvidenceReader.ts'
import { createTimelineReader } from '../evidence/createTimelineReader.ts'
import { createGrantReader } from '../grants/createGrantReader.ts'
import { createLinkReader } from '../links/createLinkReader.ts'
import { createMonitorReader } from '../monitors/createMonitorReader.ts'
import { createPersonalReader } from '../personal/createPersonalReader.ts'
import { createDeliveryReader } from '../posts/createDeliveryReader.ts'
import { createPostReader } from '../posts/createPostReader.ts'
import { createActivityReader } from '../projection/createActivityReader.ts'
import { createEventReader } from '../projection/createEventReader.ts'
import { createFollowerReader } from '../projection/createFollowerReader.ts'
import { createPatternReader } from '../projection/createPatternReader.ts'
import { createProjectionReader } from '../projection/createProjectionReader.ts'
import { createRequestReader } from '../requests/createRequestReader.ts'
import { createTransactionReader } from '../transactions/createTransactionReader.ts'
import { createDueReader } from '../watch/createDueReader.ts'
import { createSubjectReader } from '../watch/createSubjectReader.ts'

/** Everything that may be asked, of the database or of a transaction in it. */
export function createReader(db: Database): StoreReader {
  return {
    ...createRequestReader(db),
    ...createTransactionReader(db),
    ...createGrantReader(db),
    ...createPostReader(db),
    ...createDeliveryReader(db),
    ...createProjectionReader(db),
    ...createEventReader(db),
    ...createActivityReader(db),
    ...createFollowerReader(db),
    ...createEvidenceReader(db),
    ...createAlertReader(db),
    ...createLinkReader(db),
    ...createTimelineReader(db),
    ...createPersonalReader(db),
    ...createPatternReader(db),
    ...createMonitorReader(db),
    ...createDueReader(db),
    ...createSubjectReader(db),
    ...createDigestReader(db),
  }
}
