import type { Deps } from '../Deps.ts'
import { IdentityError } from '../errors/IdentityError.ts'
import type { Account } from '../model/Account.ts'
import type { Actor } from '../model/Actor.ts'
import { findIdentities } from './findIdentities.ts'

/**
 * Finds the one person behind a chat account.
 *
 * @throws IdentityError when the account stands for nobody, or for several
 * @example
 * const actor = await resolveActor(deps, { account: { platform: 'slack', workspace: 'T0CLINIC', userId: 'U0ALICE' } })
 */
export async function resolveActor(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { account: Account },
): Promise<Actor> {
  const { account } = options
  const [identity, ...others] = await findIdentities(deps, { account })
  if (identity === undefined) {
    throw new IdentityError({
      code: 'NOT_LINKED',
      shortMessage: 'A chat account without an identity asked for something.',
      userMessage: `You are not linked to a Stacks principal yet, so MediKey cannot tell who you are. Type /medikey link to prove yours with your key, or ask your MediKey administrator to add your ${account.platform} id ${account.userId} (workspace ${account.workspace}) to \`identities\` in medikey.yaml.`,
    })
  }
  if (others.length > 0) {
    const principals = [identity, ...others].map(({ principal }) => principal).join(' and ')
    throw new IdentityError({
      code: 'AMBIGUOUS_IDENTITY',
      shortMessage: 'A chat account stands for several identities.',
      userMessage: `Your ${account.platform} id ${account.userId} stands for several principals, ${principals}, so MediKey cannot tell who you are. ${identity.source === 'proven' ? 'You proved to be the first one: end that with /medikey unlink, or ask' : 'Ask'} your MediKey administrator to correct medikey.yaml.`,
    })
  }
  return { name: identity.name, principal: identity.principal, account, source: identity.source }
}
