import { resolve } from 'node:path'
import type { Places } from './Config.ts'
import type { EnvironmentSettings } from './environmentSchema.ts'

/** Where the chain, the data and the keys are, from an environment that is checked. */
export function toPlaces(settings: EnvironmentSettings, options: { cwd: string }): Places {
  const { cwd } = options
  const dataDir = resolve(cwd, settings.MEDIKEY_DATA_DIR)
  return {
    stacksApiUrl: settings.STACKS_API_URL ?? null,
    stacksApiKey: settings.STACKS_API_KEY ?? null,
    dataDir,
    keystorePath:
      settings.MEDIKEY_KEYSTORE === undefined
        ? resolve(dataDir, 'keystore.age')
        : resolve(cwd, settings.MEDIKEY_KEYSTORE),
    keystorePassphrase: settings.MEDIKEY_KEYSTORE_PASSPHRASE ?? null,
    chainPort: settings.MEDIKEY_CHAIN_PORT,
  }
}
