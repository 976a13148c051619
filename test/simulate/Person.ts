/** Somebody of the simulated clinic, with the habits that their baseline comes from. */
export type Person = {
  readonly name: string
  readonly principal: string
  readonly privateKey: string
  readonly role: 'cmo' | 'physician' | 'nurse'
  readonly userId: string
  /** The hour (local) at which their shift begins; it lasts eight hours. */
  readonly shiftBegins: number
  /** What they draw at a time. */
  readonly usualVolume: number
  /** How often they draw in a shift. */
  readonly drawsAShift: number
  /** Days from the beginning on which they are there. */
  readonly from: number
  /** The first day of a week off; null without one. */
  readonly holiday: number | null
}
