/** Something that somebody does at an instant, before the contract's rules turn it into an event or a refusal. */
export type ClinicAct = { readonly at: number; readonly who: string } & (
  | { readonly what: 'draw'; readonly volume: number }
  /** A grant, and what is drawn under it in which draws, minutes apart. */
  | {
      readonly what: 'consult'
      readonly limit: number
      readonly draws: readonly number[]
      readonly apart: number
    }
  | { readonly what: 'own-draw'; readonly volume: number }
  | { readonly what: 'archive' }
  | { readonly what: 'denied' }
)
