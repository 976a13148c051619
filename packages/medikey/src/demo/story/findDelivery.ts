import type { Store } from '@medikey/core'

/**
 * The request that an inbound delivery led to; null when it has not arrived yet. The store tells this only to who
 * claims the delivery, so the claim is rolled back.
 */
export async function findDelivery(
  store: Store,
  options: { key: string; now: Date },
): Promise<{ readonly requestId: string } | null> {
  const { key, now } = options
  const rollback = new Error('Only looked at.')
  let earlier: { readonly requestId: string } | null = null
  try {
    await store.transaction(async (unit) => {
      earlier = await unit.claimDelivery({ key, requestId: 'story', at: now })
      throw rollback
    })
  } catch (error) {
    if (error !== rollback) throw error
  }
  return earlier
}
