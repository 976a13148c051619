import type { MedvaultEvent } from '@medikey/contract-client'
import type { EventProjection } from '../../model/Projection.ts'

/** An archive among the changes. */
export type Archival = Omit<EventProjection, 'value'> & {
  readonly value: Extract<MedvaultEvent, { event: 'record-archived' }>
}
