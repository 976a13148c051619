import type { Deps } from '../Deps.ts'
import { IdentityError } from '../errors/IdentityError.ts'
import type { Actor } from '../model/Actor.ts'

/**
 * On mainnet, what decides or signs needs a proven link: whoever can edit a file must not become the CMO by it.
 *
 * @throws IdentityError when the link was only declared
 */
export function requireProven(deps: Pick<Deps, 'settings'>, options: { actor: Actor }): void {
  if (deps.settings.network !== 'mainnet' || options.actor.source === 'proven') return
  throw new IdentityError({
    code: 'UNPROVEN_IDENTITY',
    shortMessage: 'A declared identity tried to decide or sign on mainnet.',
    userMessage:
      'Your identity was declared by an administrator, which is enough to read. On mainnet, asking and deciding needs that you prove it with your own key: type /medikey link.',
  })
}
