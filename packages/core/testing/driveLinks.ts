import { beginLink } from '../src/identities/beginLink.ts'
import { proveLink } from '../src/identities/proveLink.ts'
import { resolveActor } from '../src/identities/resolveActor.ts'
import { unlink } from '../src/identities/unlink.ts'
import type { Account } from '../src/model/Account.ts'
import type { Actor } from '../src/model/Actor.ts'
import type { Clinic, Handle } from './createClinic.ts'
import { signChallenge } from './signChallenge.ts'

type Proof = { readonly principal: string; readonly signature: string }

/** What people do to be somebody, in a word each. What they are told is answered as JSON. */
export type LinkDriver = {
  /** Asks for a challenge. */
  begin(account: Account, delivery?: string): Promise<string>
  /** Asks for a challenge and signs it with the key of somebody of the clinic. */
  sign(account: Account, handle: Handle): Promise<Proof>
  prove(account: Account, proof: Proof, delivery?: string): Promise<string>
  /** Asks, signs and proves. */
  link(account: Account, handle: Handle): Promise<string>
  unlink(account: Account, delivery?: string): Promise<string>
  whoIs(account: Account): Promise<Pick<Actor, 'name' | 'principal' | 'source'>>
}

/**
 * Drives the linking of a clinic's people for tests. Each call is a delivery of its own unless told otherwise.
 *
 * @example
 * const { link } = driveLinks(clinic)
 * await link(clinic.account('mallory'), 'nadia')
 */
export function driveLinks(clinic: Clinic): LinkDriver {
  const { deps } = clinic
  let deliveries = 0
  const next = () => `link-${++deliveries}`
  const driver: LinkDriver = {
    begin: async (account, delivery = next()) =>
      JSON.stringify((await beginLink(deps, { account, delivery })).message),
    sign: async (account, handle) => signChallenge({ shown: await driver.begin(account), handle }),
    prove: async (account, proof, delivery = next()) =>
      JSON.stringify((await proveLink(deps, { account, delivery, ...proof })).message),
    link: async (account, handle) => driver.prove(account, await driver.sign(account, handle)),
    unlink: async (account, delivery = next()) =>
      JSON.stringify((await unlink(deps, { account, delivery })).message),
    async whoIs(account) {
      const { name, principal, source } = await resolveActor(deps, { account })
      return { name, principal, source }
    },
  }
  return driver
}
