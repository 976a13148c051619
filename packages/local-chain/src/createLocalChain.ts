import { resolve } from 'node:path'
import { getTip } from './chain/getTip.ts'
import { openChain } from './chain/openChain.ts'
import { reorgSchema } from './chain/reorgSchema.ts'
import { resetChain } from './chain/resetChain.ts'
import { prepareDataDir } from './data-directory/prepareDataDir.ts'
import { createFaucet } from './faucet/createFaucet.ts'
import { createApp } from './http/createApp.ts'
import { createFaults } from './http/createFaults.ts'
import { listen } from './http/listen.ts'
import type { LocalChain } from './LocalChain.ts'
import { type LocalChainOptions, localChainOptionsSchema } from './LocalChainOptions.ts'
import { defaultTenureTime } from './mining/defaultTenureTime.ts'
import { miningChangeSchema } from './mining/Mining.ts'
import { startMiner } from './mining/startMiner.ts'
import { parseOptions } from './parseOptions.ts'
import { deployProject } from './project/deployProject.ts'
import { readProject } from './project/readProject.ts'
import { createVmReserve } from './vm/createVmReserve.ts'

/** A test that has begun with a reset is mostly over by then. */
const refillAfterMs = 250

/**
 * Starts a Stacks chain in this process: the Clarity VM behind the HTTP interface of a node and of the API,
 * with the accounts of settings/Devnet.toml funded and the contracts of Clarinet.toml deployed.
 *
 * @param options.manifestPath Path of the project's Clarinet.toml.
 * @param options.dataDir Where the chain lives on after a restart; without it, it ends with the process.
 * @param options.host Where to listen, `127.0.0.1` by default.
 * @param options.port 3999 by default, 0 for any free port.
 * @param options.mining `interval` (the default) mines what is ready every `blockTimeMs`; `immediate` as
 *   soon as a transaction is accepted, before its answer leaves; `manual` only when told.
 * @param options.blockTimeMs 1000 by default.
 * @param options.tenureTimeMs A tenure begins that often, transactions or not. By default every 8 s with
 *   `interval` and never otherwise; null for never.
 * @param options.tenureBlocks A tenure also begins after that many blocks; never by default.
 * @param options.fresh Forget the chain that the data directory holds.
 * @param options.onTransaction Told of each transaction that a block carries, after the contracts are deployed.
 * @param options.trackCosts False runs half again to twice as fast: every cost is told as zero then, and neither reads nor
 *   blocks have a limit. True by default.
 * @param options.onError Told when mining on a timer fails, such as when the disk is full.
 * @throws LocalChainError: a taken port, a missing or wrong project file, a held data directory, a contract
 *   that changed, a damaged journal. The message says what to do.
 *
 * @example
 * const chain = await createLocalChain({ manifestPath: 'Clarinet.toml', port: 0, mining: 'immediate' })
 * const network = createNetwork({ network: 'devnet', client: { baseUrl: chain.url } })
 * await chain.close()
 */
export async function createLocalChain(options: LocalChainOptions): Promise<LocalChain> {
  const parsed = parseOptions(localChainOptionsSchema, options)
  const { manifestPath, host, port, mining: mode, blockTimeMs, fresh, trackCosts } = parsed
  const {
    tenureTimeMs = defaultTenureTime(mode),
    tenureBlocks = null,
    onTransaction,
    onError = () => undefined,
  } = parsed
  const dataDir = parsed.dataDir ? resolve(parsed.dataDir) : null

  const project = await readProject({ manifestPath })
  const undo: (() => void | Promise<void>)[] = []
  try {
    const { token, release } = await prepareDataDir({ dataDir })
    undo.unshift(release)
    const chain = await openChain({ dataDir, fresh, accounts: project.accounts, trackCosts })
    undo.unshift(() => chain.journal.close())
    undo.unshift(async () => {
      await chain.repair?.catch(() => undefined)
      chain.vm.free()
    })
    await deployProject(chain, { project, dataDir })
    chain.events.on('block', (_, mined) => {
      try {
        if (mined !== null) onTransaction?.(mined)
      } catch (error) {
        // Whoever mined it has done nothing wrong.
        onError(error)
      }
    })
    const miner = startMiner(chain, { mode, blockTimeMs, tenureTimeMs, tenureBlocks, onError })
    undo.unshift(miner.stop)
    const { accounts } = project
    const faucet = createFaucet({ chain, miner, accounts })
    const reserve = createVmReserve({ refillAfterMs, trackCosts })
    undo.unshift(reserve.free)
    const faults = createFaults()
    const reset = async () => {
      await resetChain(chain, { project, reserve })
      miner.restart()
      faults.clear()
    }
    const app = createApp({ chain, miner, accounts, token, faults, faucet, reset, onError })
    const { url, close: closeServer } = await listen(app, { host, port })
    undo.unshift(closeServer)
    let closing: Promise<void> | undefined
    return {
      url,
      token,
      accounts,
      contracts: project.contracts.map(({ contractId, standsFor = null }) => ({ contractId, standsFor })),
      getTip: () => getTip(chain),
      mine: miner.mine,
      advanceTenures: miner.advanceTenures,
      reorg: async (options) => {
        const parsed = parseOptions(reorgSchema, options)
        while (chain.repair !== null) await chain.repair
        const orphaned = miner.reorg(parsed)
        await chain.repair
        return orphaned
      },
      getMining: miner.getMining,
      setMining: (change) => miner.setMining(parseOptions(miningChangeSchema, change)),
      faucet: faucet.give,
      pause: miner.pause,
      resume: miner.resume,
      reset,
      close: () => {
        closing ??= runAll(undo)
        return closing
      },
    }
  } catch (error) {
    await runAll(undo)
    throw error
  }
}

async function runAll(steps: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const step of steps) await step()
}
