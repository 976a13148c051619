import { createRequire } from 'node:module'

export type Sdk = typeof import('@stacks/clarinet-sdk-wasm')

const require = createRequire(import.meta.url)
const name = '@stacks/clarinet-sdk-wasm'

/**
 * Loads the VM's module, which all sessions of a process share.
 *
 * @param fresh Load it once more, with a memory of its own: one that a trap has gone through makes no new
 *   sessions. Those that it made before go on.
 */
export function loadSdk({ fresh = false }: { fresh?: boolean } = {}): Sdk {
  if (fresh) delete require.cache[require.resolve(name)]
  return require(name) as Sdk
}
