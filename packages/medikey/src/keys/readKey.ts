import { text } from 'node:stream/consumers'
import { BaseError } from '@medikey/errors'
import { createSecret, type Secret } from '@medikey/runtime'
import type { CommandContext } from '../commands/CommandContext.ts'
import { askSecret } from './askSecret.ts'

/** A private key or a mnemonic as somebody gave it; what it is worth is decided by the keystore. */
export type GivenKey = { readonly privateKey: Secret } | { readonly mnemonic: Secret }

/**
 * Reads a private key or a mnemonic from a hidden prompt, or from a pipe. Never from an argument: those end up in the
 * shell's history, and every user of the machine can see them while the command runs.
 *
 * @throws BaseError KEY_MISSING when there is none
 */
export async function readKey(context: Pick<CommandContext, 'stdin' | 'stderr'>): Promise<GivenKey> {
  const { stdin } = context
  const given = stdin.isTTY
    ? await askSecret(context, { message: 'Private key (64 or 66 hex digits) or mnemonic (12 to 24 words):' })
    : createSecret((await text(stdin)).trim())
  const value = given.reveal().trim()
  if (value === '') {
    throw new BaseError({
      code: 'KEY_MISSING',
      shortMessage:
        'No key was given: pipe a private key or a mnemonic into the command, or type it when asked.',
    })
  }
  return /\s/.test(value) ? { mnemonic: createSecret(value) } : { privateKey: createSecret(value) }
}
