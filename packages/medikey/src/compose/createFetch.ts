/**
 * A `fetch` whose requests all break off when the signal aborts: at the end of a process nobody waits for a node that
 * does not answer. A broadcast that breaks off counts as unanswered, and the next start sends the same bytes again.
 */
export function createFetch(options: { signal: AbortSignal }): typeof fetch {
  return (input, init) => {
    const signals = [options.signal, ...(init?.signal == null ? [] : [init.signal])]
    return fetch(input, { ...init, signal: AbortSignal.any(signals) })
  }
}
