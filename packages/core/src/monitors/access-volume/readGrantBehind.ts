import type { MedvaultEvent } from '@medikey/contract-client'
import type { EventProjection } from '../../model/Projection.ts'
import type { Draw } from './Draw.ts'

/** The grant under which a draw was made, and how many draws it had then. */
export type GrantBehind = {
  readonly place: EventProjection
  readonly grant: Extract<MedvaultEvent, { event: 'medical-access-granted' }>
  readonly draws: number
}

/**
 * Finds the grant behind a draw.
 *
 * @param events of the record, newest first, from the draw's block down
 * @returns null when it lies further back than the events
 */
export function readGrantBehind(events: readonly EventProjection[], draw: Draw): GrantBehind | null {
  const start = events.findIndex(
    ({ txid, eventIndex }) => txid === draw.txid && eventIndex === draw.eventIndex,
  )
  if (start < 0) return null
  let draws = 0
  for (const place of events.slice(start)) {
    const { value } = place
    if (value?.event === 'medical-data-accessed' && value.accessor === draw.value.accessor) draws += 1
    if (value?.event === 'medical-access-granted' && value.medicalStaff === draw.value.accessor)
      return { place, grant: value, draws }
  }
  return null
}
