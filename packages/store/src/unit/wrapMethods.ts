type Method = (...args: never[]) => Promise<unknown>

/** The same object with each method, all of them asynchronous, called through `around`. */
export function wrapMethods<T extends object>(
  target: T,
  around: (call: () => Promise<unknown>) => Promise<unknown>,
): T {
  const wrapped = Object.entries(target).map(([name, method]: [string, Method]) => [
    name,
    (...args: never[]) => around(() => method(...args)),
  ])
  return Object.fromEntries(wrapped) as T
}
