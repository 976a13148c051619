import type { Deps } from '../Deps.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { cutText } from '../messages/cutText.ts'
import type { Account } from '../model/Account.ts'
import type { Actor } from '../model/Actor.ts'
import type { Suggestion } from '../model/Suggestion.ts'

/** As many as Discord shows; others show no more either. */
export const SUGGESTED = 25
const LONGEST_LABEL = 100

/**
 * Suggests to a person who is linked. A list that opens while somebody types has no room for an error: it stays empty,
 * and what went wrong is told when the command is sent.
 */
export async function suggest(
  deps: Pick<Deps, 'directory' | 'store'>,
  options: { account: Account; find: (actor: Actor) => Promise<readonly Suggestion[]> },
): Promise<Suggestion[]> {
  try {
    const actor = await resolveActor(deps, options)
    const found = await options.find(actor)
    return found
      .slice(0, SUGGESTED)
      .map(({ value, label }) => ({ value, label: cutText(label, LONGEST_LABEL) }))
  } catch {
    return []
  }
}
