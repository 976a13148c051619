import type { AccessRequest } from '../../src/model/AccessRequest.ts'
import type { Store } from '../../src/ports/Store.ts'
import { sampleRequest } from '../samples/sampleRequest.ts'

/** Saves a request that differs from the sample as told, and returns it. */
export async function saveRequest(
  store: Store,
  overrides: Partial<AccessRequest> = {},
): Promise<AccessRequest> {
  const request = sampleRequest(overrides)
  const saved = await store.transaction((unit) => unit.insertRequest(request))
  if (saved === null) throw new Error('A pending request stands in the way of the sample.')
  return saved
}
