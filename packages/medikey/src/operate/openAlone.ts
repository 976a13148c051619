import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createContractClient } from '@medikey/contract-client'
import { createDirectory, type Deps, refreshDirectory } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import {
  checkDataDir,
  createDataDir,
  DataDirectoryLockedError,
  type DataDirLock,
  lockDataDir,
} from '@medikey/runtime'
import { openStore } from '@medikey/store'
import { createIdentities } from '../compose/createIdentities.ts'
import { createSettings } from '../compose/createSettings.ts'
import { listPlatforms } from '../config/listPlatforms.ts'
import type { FullConfig } from '../config/readConfig.ts'
import { terminalAccount } from '../terminal/terminalAccount.ts'

/**
 * Opens what a command needs that works on the store while no MediKey runs on it: no chat, no keys, and the chain only
 * if it is asked. What the command queues is delivered at the next start.
 *
 * @param options.command what holds the data directory meanwhile
 * @throws BaseError when there is no store yet, MediKey is just starting, or somebody else holds the store
 * @example
 * const { deps, close } = await openAlone(config, { command: 'medikey alerts list' })
 */
export async function openAlone(
  config: FullConfig,
  options: { command: string },
): Promise<{ deps: Deps; close: () => Promise<void> }> {
  const { dataDir, databaseUrl } = config
  if (databaseUrl === null && !(checkDataDir(dataDir) && existsSync(join(dataDir, 'store')))) {
    throw new BaseError({
      code: 'NO_STORE',
      shortMessage: `There is no store in ${dataDir} yet: start MediKey with medikey start, or name its directory in MEDIKEY_DATA_DIR.`,
    })
  }
  const lock =
    databaseUrl === null
      ? await lockAlone({ dataDir: createDataDir(dataDir), command: options.command })
      : null
  const opening = openStore({ databaseUrl: databaseUrl?.reveal() ?? null, dataDir })
  const close = async () => {
    await opening.then(
      (opened) => opened.close(),
      () => {},
    )
    lock?.release()
  }
  try {
    const deps = createDeps(config, await opening)
    await refreshDirectory(deps)
    return { deps, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function lockAlone(options: { dataDir: string; command: string }): Promise<DataDirLock> {
  try {
    return await lockDataDir({ ...options, name: 'medikey' })
  } catch (cause) {
    // Nobody answered: what holds the directory does not listen yet, or no more.
    if (!(cause instanceof DataDirectoryLockedError) || cause.holder?.command !== 'medikey start') throw cause
    throw new BaseError({
      code: 'STARTING_OR_STOPPING',
      shortMessage: `MediKey is just starting or stopping (process ${cause.holder.pid}): try again in a moment.`,
      retryable: true,
      cause,
    })
  }
}

function createDeps(config: FullConfig, { store }: Pick<Deps, 'store'>): Deps {
  const platforms = listPlatforms(config)
  const apiUrl = config.stacksApiUrl ?? `http://127.0.0.1:${config.chainPort}`
  return {
    store,
    ledger: createContractClient({
      apiUrl,
      network: config.network,
      contract: config.contract,
      ...(config.stacksApiKey === null ? {} : { apiKey: config.stacksApiKey.reveal() }),
    }),
    clock: { now: () => new Date() },
    directory: createDirectory({
      identities: createIdentities({ config, platforms }),
      workspaces: { terminal: terminalAccount('').workspace },
    }),
    getSigner: () => null,
    settings: createSettings({ config, platforms, apiUrl, isLocal: config.demo }),
  }
}
