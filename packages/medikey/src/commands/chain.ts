import { resolve } from 'node:path'
import { parsePort, parseTime } from '@medikey/local-chain/cli'
import { Command } from 'commander'
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
    .option(
      '--port <port>',
      'where it listens, 0 for any (default: MEDIKEY_CHAIN_PORT, else 3999)',
      parsePort,
    )
    .option(
      '--block-time <ms>',
      'milliseconds between blocks, 0 to mine each transaction at once',
      parseTime,
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
