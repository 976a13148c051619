import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Network } from '@medikey/contract-client'
import { BaseError } from '@medikey/errors'
import type { CommandContext } from '../commands/CommandContext.ts'
import { readConfig } from '../config/readConfig.ts'

/**
 * The network that a challenge may be for: the one that is named, else medikey.yaml's. Whoever signs at home has no such
 * file, and goes by what they are shown.
 *
 * @throws BaseError CHALLENGE_NETWORK_WRONG, and what a wrong configuration throws
 */
export function findNetwork(
  context: Pick<CommandContext, 'env' | 'cwd'>,
  options: { named: Network | null; challenged: Network },
): Network {
  const { named, challenged } = options
  const path = resolve(context.cwd, context.env.MEDIKEY_CONFIG || 'medikey.yaml')
  const configured = named === null && existsSync(path) ? readConfig(context).network : null
  const meant = named ?? configured ?? challenged
  if (meant === challenged) return challenged
  throw new BaseError({
    code: 'CHALLENGE_NETWORK_WRONG',
    shortMessage: `This challenge is for ${challenged}, and ${configured === null ? '--network' : path} says ${meant}, so nothing was signed: ask for a challenge of the MediKey that you mean, or say --network ${challenged} if it is this one.`,
  })
}
