import type { Network } from '@medikey/contract-client'
import { Command, Option } from 'commander'
import { findRunning } from '../check/findRunning.ts'
import { readConfig } from '../config/readConfig.ts'
import { openKeystore } from '../keys/openKeystore.ts'
import { readKey } from '../keys/readKey.ts'
import { hasKeystoreFile } from '../keystore/hasKeystoreFile.ts'
import type { KeystoreEntry } from '../keystore/Keystore.ts'
import type { CommandContext } from './CommandContext.ts'
import { toIndex } from './toIndex.ts'

/** `medikey keys`: the keys that MediKey may sign with, in one encrypted file. Works beside a running MediKey. */
export function createKeysCommand(context: CommandContext): Command {
  return new Command('keys')
    .description('manage the keys that MediKey signs with, kept in an encrypted file')
    .addCommand(createAddCommand(context))
    .addCommand(createListCommand(context))
    .addCommand(createRemoveCommand(context))
}

function createAddCommand(context: CommandContext): Command {
  return new Command('add')
    .description(
      'add a private key, or a mnemonic (its 12 to 24 words on one line), typed at a hidden prompt or piped into the command',
    )
    .requiredOption('--name <name>', 'whose key it is')
    .option('--index <n>', 'which account of a mnemonic, from 0', toIndex, 0)
    .addOption(
      new Option('--network <network>', 'which chain it is for (default: the one in medikey.yaml)').choices([
        'mainnet',
        'testnet',
        'devnet',
      ]),
    )
    .option('--json', 'print the entry as JSON', false)
    .action(async (flags: { name: string; index: number; network?: Network; json: boolean }) => {
      const { stderr, stdout } = context
      const config = readConfig(context)
      const { name, index } = flags
      const key = await readKey(context, { name, index, network: flags.network ?? config.network })
      const keystore = await openKeystore(context, { config })
      stderr.write('Encrypting, which takes a few seconds …\n')
      const entry = await keystore.add(key)
      stdout.write(flags.json ? `${JSON.stringify(entry)}\n` : `Added ${describe(entry)}\n`)
      await tellRunning(context, config)
    })
}

function createListCommand(context: CommandContext): Command {
  return new Command('list')
    .description('list whose keys there are, without the keys')
    .option('--json', 'as JSON: [{ principal, name, network, addedAt }]', false)
    .action(async ({ json }: { json: boolean }) => {
      const { stdout } = context
      const config = readConfig(context)
      // A keystore that was never made needs no passphrase to say that it is empty.
      const entries = hasKeystoreFile(config.keystorePath)
        ? (await openKeystore(context, { config })).list()
        : []
      if (json) stdout.write(`${JSON.stringify(entries)}\n`)
      else if (entries.length === 0)
        stdout.write(`There are no keys in ${config.keystorePath} yet: add one with medikey keys add.\n`)
      else stdout.write(`${entries.map(describe).join('\n')}\n`)
    })
}

function createRemoveCommand(context: CommandContext): Command {
  return new Command('remove')
    .description('remove the key of a principal; there is no other copy of it here')
    .argument('<principal>', 'as keys list shows it')
    .action(async (principal: string) => {
      const config = readConfig(context)
      const keystore = await openKeystore(context, { config })
      await keystore.remove({ principal })
      context.stdout.write(`Removed the key of ${principal}.\n`)
      await tellRunning(context, config)
    })
}

/** A running MediKey has decrypted the file once, at its start. */
async function tellRunning(context: CommandContext, config: { dataDir: string }): Promise<void> {
  const { running } = await findRunning(config)
  if (running !== null) context.stderr.write('Restart the running MediKey for this to take effect there.\n')
}

function describe({ principal, name, network }: KeystoreEntry): string {
  return `${principal}  ${network}  ${name}`
}
