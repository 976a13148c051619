import { text } from 'node:stream/consumers'
import type { Network } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import { createSecret, type Secret } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import type { NewKey } from '../keystore/Keystore.ts'
import { toKeyName } from '../keystore/toKeyName.ts'
import { toStoredKey } from '../keystore/toStoredKey.ts'
import { askSecret } from './askSecret.ts'

/** Above the question: a longer one would be drawn anew over several lines with each letter. */
const HINT =
  'A private key has 64 or 66 hex digits; a mnemonic has 12 to 24 words: type them on one line, with spaces. --index says which of its accounts is meant, the first one unless told.'

/** Whose key is read, and which account of a mnemonic is meant. */
type Meant = { readonly name: string; readonly index: number; readonly network: Network }

/**
 * Reads a private key or a mnemonic from a hidden prompt, or from a pipe, and judges it there and then: before anybody
 * has to think of a passphrase. Never from an argument: those end up in the shell's history, and every user of the
 * machine can see them while the command runs.
 *
 * @throws BaseError KEY_MISSING when there is none, and what the keystore says of a key that it does not take
 */
export async function readKey(
  context: Pick<CommandContext, 'stdin' | 'stderr'>,
  meant: Meant,
): Promise<NewKey> {
  const { stdin } = context
  // No answer to the question about the key could mend the name.
  toKeyName(meant.name)
  const judge = (given: Secret) => toStoredKey(toNewKey(given, meant))
  if (stdin.isTTY) {
    context.stderr.write(`${HINT}\n`)
    const message = 'Private key or mnemonic:'
    return toNewKey(await askSecret(context, { message, judge }), meant)
  }
  const given = createSecret(await text(stdin))
  await judge(given)
  return toNewKey(given, meant)
}

function toNewKey(given: Secret, meant: Meant): NewKey {
  const { name, index, network } = meant
  const value = given.reveal().trim()
  if (value === '') {
    throw new BaseError({
      code: 'KEY_MISSING',
      shortMessage:
        'No key was given: pipe a private key or a mnemonic into the command, or type it when asked.',
    })
  }
  const secret = createSecret(value)
  // Only words have spaces between them.
  return /\s/.test(value) ? { mnemonic: secret, index, name, network } : { privateKey: secret, name, network }
}
