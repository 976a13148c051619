const versions: Readonly<Record<string, number>> = {
  '2': 1,
  '2.0': 1,
  '2.05': 1,
  '2.1': 2,
  '2.2': 2,
  '2.3': 2,
  '2.4': 2,
  '2.5': 2,
  '3': 3,
  '3.0': 3,
  '3.1': 3,
  '3.2': 3,
  '3.3': 4,
  '3.4': 5,
}

/**
 * The Clarity version that Clarinet gives a contract which names an epoch and no version. The chain itself
 * is always in the newest epoch, where contracts of every version run.
 *
 * @param epoch As in Clarinet.toml. Without one Clarinet assumes 2.05.
 * @returns Null leaves the choice to the chain (`latest`); undefined for an epoch that there is not.
 */
export function clarityVersionOf(epoch = '2.05'): number | null | undefined {
  return epoch === 'latest' ? null : versions[epoch]
}
