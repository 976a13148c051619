import type { Offer } from './Offer.ts'

/** What was done, or would be, as lines. */
export function describeOffers(offers: readonly Offer[], options: { isDryRun: boolean }): string {
  const lines = offers.flatMap(({ guildId, added, changed, removed }) => {
    const place = guildId === null ? 'Globally' : `In server ${guildId}`
    const changes = [
      ...toChange(options.isDryRun ? 'would add' : 'added', added),
      ...toChange(options.isDryRun ? 'would change' : 'changed', changed),
      ...toChange(options.isDryRun ? 'would remove' : 'removed', removed),
    ]
    return changes.length === 0
      ? [`${place}: nothing to do.`]
      : [`${place}:`, ...changes.map((change) => `  ${change}`)]
  })
  return `${lines.join('\n')}\n`
}

function toChange(verb: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${verb} ${names.join(', ')}`]
}
