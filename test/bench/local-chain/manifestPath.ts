import { fileURLToPath } from 'node:url'

/** The project whose contract is called. */
export const manifestPath = fileURLToPath(new URL('../../../Clarinet.toml', import.meta.url))
