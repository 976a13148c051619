import type { Persona } from './Persona.ts'
import { personas } from './personas.ts'

/**
 * Somebody of the demo by their handle.
 *
 * @example
 * const { principal } = getPersona('nadia')
 */
export function getPersona(handle: Persona['handle']): Persona {
  const persona = personas.find((candidate) => candidate.handle === handle)
  if (persona === undefined) throw new Error(`The demo has no ${handle}.`)
  return persona
}
