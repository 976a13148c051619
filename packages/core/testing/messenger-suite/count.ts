import type { MessengerHarness, Place } from './MessengerHarness.ts'

/** How many messages a place holds. */
export async function count(harness: MessengerHarness, place: Place): Promise<number> {
  return (await harness.list(place)).length
}
