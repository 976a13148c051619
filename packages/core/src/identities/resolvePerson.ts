import type { Deps } from '../Deps.ts'
import { IdentityError } from '../errors/IdentityError.ts'
import type { PersonInput } from '../input/parsePerson.ts'
import type { Account } from '../model/Account.ts'
import { findIdentities } from './findIdentities.ts'

/**
 * Finds the principal of a person whom somebody named in a command, in the workspace where the command was given.
 *
 * @throws IdentityError when a mentioned person is not linked, or linked to several principals
 */
export async function resolvePerson(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { person: PersonInput; account: Account },
): Promise<string> {
  const { person, account } = options
  if ('principal' in person) return person.principal
  const identities = await findIdentities(deps, { account: { ...account, userId: person.userId } })
  const [identity, ...others] = identities
  if (identity !== undefined && others.length === 0) return identity.principal
  throw new IdentityError({
    code: 'PERSON_NOT_LINKED',
    shortMessage: `A named person stands for ${identities.length} identities.`,
    userMessage:
      identity === undefined
        ? 'The person you named is not linked to a Stacks principal. Give their principal instead, or ask them to prove theirs with /medikey link.'
        : 'The person you named is linked to several principals. Give the principal you mean instead.',
  })
}
