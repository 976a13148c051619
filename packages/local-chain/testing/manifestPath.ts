import { fileURLToPath } from 'node:url'

/** The Clarinet project that the local chain's own tests run: a counter. */
export const manifestPath = fileURLToPath(new URL('./Clarinet.toml', import.meta.url))
