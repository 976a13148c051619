import { cvToString, deserializeCV } from '@stacks/transactions'

/** A serialized Clarity value beside its readable form. */
export function toClarityValue(hex: string): { hex: string; repr: string } {
  return { hex, repr: cvToString(deserializeCV(hex)) }
}
