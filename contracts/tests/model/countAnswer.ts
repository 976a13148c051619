import type { Outcome } from '../simnet/createVault.ts'
import type { Call } from './Call.ts'
import type { Tally } from './Tally.ts'

/** Adds one answer to the tally. */
export function countAnswer(tally: Tally, { name }: Call, { err }: Outcome): void {
  const answer = `${name} ${err === undefined ? 'ok' : `u${err}`}`
  tally.set(answer, (tally.get(answer) ?? 0) + 1)
}
