/** Says whether two principals act for the same person: a contract acts for whoever deployed it. */
export function isSamePerson(one: string, other: string): boolean {
  return one.split('.')[0] === other.split('.')[0]
}
