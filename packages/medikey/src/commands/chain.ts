import { resolve } from 'node:path'
import { Command, InvalidArgumentError } from 'commander'
import { findManifest } from '../chain/findManifest.ts'
import { readChainEnvironment } from '../chain/readChainEnvironment.ts'
import { runChain } from '../chain/runChain.ts'
import type { CommandContext } from './CommandContext.ts'

type Flags = {
  port?: number
  blockTime: number
  fresh: boolean
  manifest?: string
  seed: boolean
  json: boolean
  parentPipe: boolean
}

/** `medikey chain`: a Stacks node and API for development, with the project's contracts and the demo's records. */
export function createChainCommand(context: CommandContext): Command {
  return new Command('chain')
    .description('run a local Stacks chain with the project’s contracts and the demo’s records')
    .option('--port <port>', 'where it listens, 0 for any (default: MEDIKEY_CHAIN_PORT, else 3999)', toPort)
    .option(
      '--block-time <ms>',
      'milliseconds between blocks, 0 to mine each transaction at once',
      toTime,
      1000,
    )
    .option('--fresh', 'forget the chain of before and start over', false)
    .option('--manifest <path>', 'Clarinet.toml of the contracts (default: the nearest one upwards)')
    .option('--no-seed', 'leave the demo’s records out')
    .option('--json', 'say that it is ready as one line of JSON, without keys', false)
    .option('--parent-pipe', 'end when stdin ends', false)
    .action(async (flags: Flags) => {
      const { env, cwd } = context
      const { dataDir, port } = readChainEnvironment({ env, cwd })
      await runChain(context, {
        dataDir,
        port: flags.port ?? port,
        manifestPath: flags.manifest === undefined ? findManifest({ cwd }) : resolve(cwd, flags.manifest),
        blockTimeMs: flags.blockTime,
        fresh: flags.fresh,
        seed: flags.seed,
        json: flags.json,
        parentPipe: flags.parentPipe,
      })
    })
}

function toPort(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
}

function toTime(text: string): number {
  const time = Number(text)
  if (/^\d+$/.test(text) && (time === 0 || (time >= 10 && time <= 86_400_000))) return time
  throw new InvalidArgumentError('A block time is 0, or a whole number of milliseconds from 10 to 86400000.')
}
