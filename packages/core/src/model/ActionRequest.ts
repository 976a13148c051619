import type { RequestBase } from './Request.ts'

/** What a person does on the contract in their own right: nobody else decides it, their own key signs it. */
export type ActionKind = ActionTerms['kind']

/** What exactly is to be done. */
export type ActionTerms =
  | {
      readonly kind: 'create'
      /** Null until the chain gave the new record its number. */
      readonly recordId: bigint | null
      readonly volume: bigint
      readonly category: string
      readonly reason: null
    }
  | {
      readonly kind: 'access'
      readonly recordId: bigint
      /** How much is drawn. */
      readonly volume: bigint
      readonly category: null
      /** What it is drawn for. */
      readonly reason: string
    }
  | {
      readonly kind: 'archive'
      readonly recordId: bigint
      readonly volume: null
      readonly category: null
      readonly reason: string
    }
  | {
      readonly kind: 'maintenance-on' | 'maintenance-off'
      readonly recordId: null
      readonly volume: null
      readonly category: null
      readonly reason: string
    }

/** A person's own action, which they confirm themselves. */
export type ActionRequest = RequestBase & { readonly origin: 'person' } & ActionTerms
