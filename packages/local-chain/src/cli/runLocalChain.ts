import { createLogger, createShutdown, isLoopbackHost } from '@medikey/runtime'
import { createLocalChain } from '../createLocalChain.ts'
import type { LocalChain } from '../LocalChain.ts'
import { toClarityValue } from '../routes/extended/toClarityValue.ts'
import type { CliContext } from './CliContext.ts'
import { createPaint } from './createPaint.ts'
import { describeChain } from './describeChain.ts'
import { describeTransaction } from './describeTransaction.ts'
import { toMining } from './toMining.ts'

/**
 * Runs a chain until it is told to stop. Progress and warnings go to stderr, what was asked for to stdout.
 *
 * @throws LocalChainError when it cannot start.
 */
export async function runLocalChain(
  context: CliContext,
  options: {
    manifestPath: string
    /** Null for a chain in memory. */
    dataDir: string | null
    host: string
    port: number
    blockTime: number
    tenureTime?: number | undefined
    manual: boolean
    fresh: boolean
    trackCosts: boolean
    json: boolean
    keys: boolean
    quiet: boolean
  },
): Promise<void> {
  const { stdout, stderr } = context
  const { manifestPath, dataDir, host, port, fresh, trackCosts, json, keys, quiet } = options
  const shutdown = createShutdown({
    logger: createLogger({ level: 'warn', name: 'local-chain' }),
    exit: context.exit,
  })
  // Nobody reading any more is no reason to leave the journal half closed.
  stdout.on('error', () => undefined)
  stderr.on('error', () => undefined)
  const paint = createPaint({ out: stdout })
  if (!isLoopbackHost(host.includes(':') ? `[${host}]` : host)) {
    const warning = `Everybody who reaches ${host} can sign with the accounts’ public keys: listen there in a network that you trust only.`
    stderr.write(`${createPaint({ out: stderr })('yellow', `WARNING: ${warning}`)}\n`)
  }
  if (!quiet) stderr.write('Loading the Clarity VM and the contracts …\n')
  const chain = await createLocalChain({
    manifestPath,
    dataDir,
    host,
    port,
    fresh,
    trackCosts,
    ...toMining({ blockTimeMs: options.blockTime, tenureTimeMs: options.tenureTime }),
    ...(options.manual ? { mining: 'manual', tenureTimeMs: options.tenureTime || null } : {}),
    onError: (error) => void stderr.write(`local-chain: ${(error as Error).message}\n`),
    onTransaction: (mined) => {
      if (quiet || json) return
      const result = toClarityValue(mined.execution.result).repr
      stdout.write(`${describeTransaction({ mined, result, paint })}\n`)
    },
  })
  shutdown.add({ name: 'local chain', stop: () => chain.close() })
  if (shutdown.stopping.aborted) return
  if (json) stdout.write(`${JSON.stringify(toReady(chain, { keys }))}\n`)
  else if (!quiet) stdout.write(describeChain({ chain, manifestPath, dataDir, paint }))
}

function toReady({ url, token, contracts, accounts }: LocalChain, { keys }: { keys: boolean }) {
  return {
    ready: true,
    url,
    token,
    contracts: contracts.map(({ contractId }) => contractId),
    accounts: accounts.map(({ name, address, privateKey }) =>
      keys ? { name, address, privateKey } : { name, address },
    ),
  }
}
