import { resolve } from 'node:path'
import { Command } from 'commander'
import packageJson from '../../package.json' with { type: 'json' }
import { ManifestNotFoundError } from '../errors/ManifestNotFoundError.ts'
import type { CliContext } from './CliContext.ts'
import { findManifest } from './findManifest.ts'
import { parsePort } from './parsePort.ts'
import { parseTime } from './parseTime.ts'
import { runLocalChain } from './runLocalChain.ts'

type Flags = {
  host: string
  port: number
  blockTime: number
  tenureTime?: number
  manual?: true
  manifest?: string
  dataDir?: string
  fresh?: true
  costs: boolean
  json?: true
  keys?: true
  quiet?: true
}

/** The command `local-chain`: the contracts of a Clarinet project on a chain of their own. */
export function createCommand(context: CliContext): Command {
  return new Command('local-chain')
    .description('Run a local Stacks chain (node and API) with the contracts of a Clarinet project.')
    .option('-p, --port <port>', 'where it listens, 0 for any free port', parsePort, 3999)
    .option('--host <host>', 'what it listens on', '127.0.0.1')
    .option(
      '--block-time <ms>',
      'milliseconds between blocks, 0 mines each transaction at once',
      parseTime,
      1000,
    )
    .option(
      '--tenure-time <ms>',
      'milliseconds between tenures, 0 for only when told (default: 8000)',
      parseTime,
    )
    .option('--manual', 'mine only when told through /local/mine')
    .option('--manifest <path>', 'Clarinet.toml of the contracts (default: the nearest one upwards)')
    .option('--data-dir <path>', 'keep the chain there and go on from it (default: a fresh one in memory)')
    .option('--fresh', 'forget the chain that the data directory holds')
    .option(
      '--no-costs',
      'do not track what calls cost: half again to twice as fast, without read-only limits',
    )
    .option('--json', 'say that it is ready as one line of JSON, without keys')
    .option('--keys', 'have the keys in the JSON too')
    .option('-q, --quiet', 'print nothing but warnings and errors')
    .version(packageJson.version)
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      writeErr: (text) => void context.stderr.write(text),
    })
    .action(async (flags: Flags) => {
      const {
        manifest,
        dataDir,
        manual = false,
        fresh = false,
        json = false,
        keys = false,
        quiet = false,
      } = flags
      const manifestPath = manifest === undefined ? findManifest(context) : resolve(context.cwd, manifest)
      if (manifestPath === null) throw new ManifestNotFoundError({ cwd: context.cwd })
      await runLocalChain(context, {
        ...flags,
        ...{ manual, fresh, json, keys, quiet },
        trackCosts: flags.costs,
        manifestPath,
        dataDir: dataDir === undefined ? null : resolve(context.cwd, dataDir),
      })
    })
}
