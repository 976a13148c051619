import type { MedvaultEvent } from '@medikey/contract-client'
import type { EventProjection } from '../../model/Projection.ts'

/** A draw among the changes. */
export type Draw = Omit<EventProjection, 'value'> & {
  readonly value: Extract<MedvaultEvent, { event: 'medical-data-accessed' }>
}
