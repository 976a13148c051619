import { join } from 'node:path'
import { createLocalChain } from '@medikey/local-chain'
import { toMining } from '@medikey/local-chain/cli'
import { createDataDir, createLogger, createShutdown } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { describeChain } from './describeChain.ts'
import { seedChain } from './seedChain.ts'

export type ChainOptions = {
  readonly manifestPath: string
  /** Absolute; the chain lies in its folder `chain`. */
  readonly dataDir: string
  /** 0 for any free one. */
  readonly port: number
  /** Milliseconds between two blocks; 0 mines each transaction as soon as it arrives. */
  readonly blockTimeMs: number
  /** Forget the chain of before. */
  readonly fresh: boolean
  readonly seed: boolean
  /** Tell that it is ready as one line of JSON. */
  readonly json: boolean
  /** End when stdin ends: whoever started it holds the other side of the pipe, and lets go of it however they die. */
  readonly parentPipe: boolean
}

/**
 * Runs a local chain until it is told to stop. Progress goes to stderr, what was asked for to stdout.
 *
 * @throws LocalChainError and other BaseErrors when it cannot start
 */
export async function runChain(context: CommandContext, options: ChainOptions): Promise<void> {
  const { stdin, stdout, stderr } = context
  const { manifestPath, port, blockTimeMs, fresh, json } = options
  const shutdown = createShutdown({
    logger: createLogger({ level: 'warn', name: 'medikey chain' }),
    exit: context.exit,
  })
  // Nobody reading any more is no reason to leave the journal half closed.
  stdout.on('error', () => {})
  stderr.on('error', () => {})
  if (options.parentPipe) {
    const onEnd = () => void shutdown.stop({ reason: 'the parent process ended' })
    for (const event of ['end', 'close', 'error']) stdin.once(event, onEnd)
    stdin.resume()
  }

  const dataDir = join(createDataDir(options.dataDir), 'chain')
  stderr.write('Loading the Clarity VM and the contracts, which takes a few seconds …\n')
  const chain = await createLocalChain({
    manifestPath,
    dataDir,
    port,
    fresh,
    ...toMining({ blockTimeMs }),
  })
  shutdown.add({ name: 'local chain', stop: () => chain.close() })

  const outcome = options.seed ? await seedOrStop() : null
  if (shutdown.stopping.aborted) return
  stdout.write(
    json
      ? `${JSON.stringify({ ready: true, url: chain.url, accounts: chain.accounts.length })}\n`
      : describeChain({ chain, dataDir, manifestPath, outcome }),
  )

  async function seedOrStop() {
    const onWriting = () => void stderr.write('Writing the demo’s records …\n')
    try {
      return (await seedChain(chain, { signal: shutdown.stopping, onWriting })).outcome
    } catch (error) {
      if (shutdown.stopping.aborted) return null
      await chain.close()
      throw error
    }
  }
}
