import type { Fault, Faults } from './Faults.ts'

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  let faults: Fault[] = []
  return {
    add: (fault) => {
      faults.push(fault)
    },
    take: ({ method, path }) => {
      const index = faults.findIndex(({ route }) => matches(route, `${method} ${path}`))
      const found = faults[index]
      if (found === undefined) return null
      if (found.count <= 1) faults.splice(index, 1)
      else faults[index] = { ...found, count: found.count - 1 }
      return found.fault
    },
    clear: () => {
      faults = []
    },
    list: () => [...faults],
  }
}

function matches(route: string, request: string): boolean {
  return route.endsWith('*') ? request.startsWith(route.slice(0, -1)) : route === request
}
