import type { Network } from '@medikey/contract-client'
import { Command, InvalidArgumentError, Option } from 'commander'
import { runDeploy } from '../deploy/runDeploy.ts'
import type { CommandContext } from './CommandContext.ts'
import { toIndex } from './toIndex.ts'

type Flags = {
  network: Network
  name: string
  key?: string
  index: number
  fee?: bigint
  confirm?: string
  dryRun: boolean
  wait: boolean
  json: boolean
}

/** `medikey deploy`: puts medvault on a chain. */
export function createDeployCommand(context: CommandContext): Command {
  return new Command('deploy')
    .description(
      'deploy the contract medvault through STACKS_API_URL: shows the plan, asks, and waits until it is final. Whoever deploys is its Chief Medical Officer, for good',
    )
    .addOption(
      new Option('--network <network>', 'which chain it is for')
        .choices(['mainnet', 'testnet', 'devnet'])
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'the contract’s name', toName, 'medvault')
    .option(
      '--key <name>',
      'the deployer’s key in the keystore, by name or principal (default: asked at a hidden prompt or read from a pipe; on a local chain its public deployer’s)',
    )
    .option('--index <n>', 'which account of a mnemonic that is typed or piped in, from 0', toIndex, 0)
    .option('--fee <µSTX>', 'what to pay (default: the node’s estimate)', toFee)
    .option('--dry-run', 'show the plan and stop: nothing is signed', false)
    .option('--confirm <contract>', 'the contract as the plan names it, where nobody can be asked')
    .option('--no-wait', 'return once the node has accepted it, instead of when it is final')
    .option('--json', 'print the plan or the outcome as JSON', false)
    .addHelpText(
      'after',
      `
What is signed is kept in the data directory before it is sent. After an interruption the same command goes on with it;
nothing is ever deployed twice. A contract can neither be changed nor removed.
`,
    )
    .action(async (flags: Flags) => {
      const { key, fee, confirm, wait, ...rest } = flags
      await runDeploy(context, {
        ...rest,
        keyName: key ?? null,
        fee: fee ?? null,
        confirmed: confirm ?? null,
        waits: wait,
      })
    })
}

function toName(text: string): string {
  if (/^[a-zA-Z][a-zA-Z0-9_-]{0,39}$/.test(text)) return text
  throw new InvalidArgumentError('A contract’s name is a letter and up to 39 letters, digits, - or _.')
}

function toFee(text: string): bigint {
  if (/^\d{1,20}$/.test(text)) return BigInt(text)
  throw new InvalidArgumentError('A fee is a whole number of µSTX; 1 STX is 1000000 µSTX.')
}
