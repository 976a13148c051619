import type { Deps } from '@medikey/core'

/** Stands before the store and the chain, and lets what core asks of them wait. */
export type Gate = {
  guard(deps: Deps): Deps
  close(): void
  open(): void
  /** How many questions wait. */
  countWaiting(): number
}

/**
 * Makes a gate, open at first.
 *
 * @example
 * const gate = createGate()
 * const deps = gate.guard(clinic.deps)
 * gate.close()
 */
export function createGate(): Gate {
  let way: PromiseWithResolvers<void> | null = null
  let waiting = 0

  async function pass(): Promise<void> {
    if (way === null) return
    waiting += 1
    await way.promise
    waiting -= 1
  }

  const guardAll = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(_, name) {
        const found = Reflect.get(target, name)
        if (typeof found !== 'function') return found
        return async (...args: unknown[]) => {
          await pass()
          return Reflect.apply(found, target, args)
        }
      },
    })

  return {
    guard: (deps) => ({ ...deps, store: guardAll(deps.store), ledger: guardAll(deps.ledger) }),
    close() {
      way ??= Promise.withResolvers()
    },
    open() {
      way?.resolve()
      way = null
    },
    countWaiting: () => waiting,
  }
}
