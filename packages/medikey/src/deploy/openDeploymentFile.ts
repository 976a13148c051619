import { mkdirSync } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createDataDir, lockDataDir } from '@medikey/runtime'
import { replaceFile } from '../files/replaceFile.ts'
import { DeployError } from './DeployError.ts'
import { type KeptDeployment, keptDeployment } from './KeptDeployment.ts'

/** The file of one contract's deployment, held by this process alone. */
export type DeploymentFile = {
  readonly path: string
  /** Null where nothing was signed yet. */
  read(): Promise<KeptDeployment | null>
  /** Resolves when it is on the disk. */
  write(deployment: KeptDeployment): Promise<void>
  remove(): Promise<void>
  close(): void
}

/**
 * Opens the file that outlives the command, so that a deployment that was signed is found again instead of signed a
 * second time. Two commands for one contract cannot hold it at once.
 *
 * @throws DataDirectoryLockedError where another command deploys the same contract; DeployError DEPLOY_FILE_UNUSABLE
 * @example
 * const file = await openDeploymentFile({ dataDir: '/data', network: 'testnet', contract: 'ST….medvault' })
 */
export async function openDeploymentFile(options: {
  dataDir: string
  network: string
  contract: string
}): Promise<DeploymentFile> {
  const { network, contract } = options
  const name = `${network}-${contract}`
  const directory = join(createDataDir(options.dataDir), 'deployments')
  const path = join(directory, `${name}.json`)
  const unusable = (problem: string, cause?: unknown) =>
    new DeployError({ code: 'DEPLOY_FILE_UNUSABLE', shortMessage: `${path} ${problem}`, cause })
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw unusable(
      'cannot be kept: make its directory writable for this user, or correct MEDIKEY_DATA_DIR.',
      cause,
    )
  }
  const lock = await lockDataDir({ dataDir: directory, name })
  return {
    path,
    async read() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw unusable('cannot be read: make it readable for this user.', cause)
      }
      try {
        return keptDeployment.parse(JSON.parse(text))
      } catch (cause) {
        throw unusable(
          `is damaged. Look in a block explorer whether ${contract} is being deployed; if it is not, remove the file.`,
          cause,
        )
      }
    },
    async write(deployment) {
      const content = JSON.stringify(deployment, (_, value: unknown) =>
        typeof value === 'bigint' ? value.toString() : value,
      )
      try {
        await replaceFile({ path, content: `${content}\n` })
      } catch (cause) {
        throw unusable(
          'cannot be written, so nothing was sent: make its directory writable for this user.',
          cause,
        )
      }
    },
    remove: () => rm(path, { force: true }),
    close: () => lock.release(),
  }
}
