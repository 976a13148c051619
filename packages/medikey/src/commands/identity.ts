import type { Network } from '@medikey/contract-client'
import { Command, Option } from 'commander'
import type { Persona } from '../demo/Persona.ts'
import { personas } from '../demo/personas.ts'
import { runSign } from '../identity/runSign.ts'
import type { CommandContext } from './CommandContext.ts'
import { toIndex } from './toIndex.ts'

type Flags = {
  principal?: string
  otherKey: boolean
  index: number
  network?: Network
  persona?: Persona['handle']
  yes: boolean
  json: boolean
}

/** `medikey identity`: what a person does on their own machine to prove who they are in chat. */
export function createIdentityCommand(context: CommandContext): Command {
  return new Command('identity')
    .description('prove with your key who you are in chat')
    .addCommand(createSignCommand(context))
}

function createSignCommand(context: CommandContext): Command {
  return new Command('sign')
    .description(
      'sign what /medikey link gave you, after saying what it proves, and print the line to paste in chat. Nothing is sent anywhere',
    )
    .argument('<challenge>', 'as /medikey link shows it: medikey-link/…')
    .option('--principal <principal>', 'whose key signs (default: the only one of the keystore)')
    .option(
      '--other-key',
      'type the private key or the mnemonic at a hidden prompt, or pipe it in, although there is a keystore',
      false,
    )
    .option('--index <n>', 'which account of a mnemonic that is typed or piped in, from 0', toIndex, 0)
    .addOption(
      new Option(
        '--network <network>',
        'which chain the challenge must be for (default: the one in medikey.yaml)',
      ).choices(['mainnet', 'testnet', 'devnet']),
    )
    .addOption(
      new Option('--persona <handle>', 'sign as somebody of the demo, on the local chain only')
        .choices(personas.map(({ handle }) => handle))
        .conflicts(['principal', 'otherKey']),
    )
    .option('--yes', 'sign without asking', false)
    .option('--json', 'print { principal, signature, line, account, network } as JSON', false)
    .action(async (challenge: string, flags: Flags) => {
      const { principal, otherKey, index, network, persona, yes, json } = flags
      await runSign(context, {
        challenge,
        principal: principal ?? null,
        isGiven: otherKey,
        index,
        network: network ?? null,
        persona: persona ?? null,
        confirmed: yes,
        json,
      })
    })
}
