/**
 * What a generated command is about before there is a state to aim at: `resolveCall` makes it a call in the
 * state at hand. So numbers can lie exactly at an edge of the state, and a counterexample can lose commands
 * while it shrinks and still mean something.
 */
export type Intention =
  | { readonly name: 'create-medical-record'; who: number; category: string; volume: NumberPick }
  | { readonly name: 'access-medical-data'; who: Caller; record: RecordPick; volume: NumberPick }
  | {
      readonly name: 'grant-medical-access'
      who: Caller
      record: RecordPick
      staff: number
      limit: NumberPick
    }
  | { readonly name: 'revoke-medical-access'; who: Caller; record: RecordPick; staff: Staff }
  | { readonly name: 'archive-record'; who: Caller; record: RecordPick }
  | { readonly name: 'enable-maintenance' | 'disable-maintenance'; who: Caller }

/** Somebody whom the contract would let, or anybody; which one of them, counted round. */
export type Caller = { readonly who: 'entitled' | 'anybody'; readonly nth: number }

/** Somebody who has a privilege on the record, or anybody. */
export type Staff = { readonly who: 'privileged' | 'anybody'; readonly nth: number }

export type RecordPick = {
  readonly kind: 'active' | 'archived' | 'next' | 'zero' | 'largest'
  readonly nth: number
}

/** A number at an edge: `limit` and `beyond` are the nth limit that the state sets to it, and one more. */
export type NumberPick = {
  readonly kind: 'zero' | 'one' | 'small' | 'within' | 'limit' | 'beyond' | 'largest'
  readonly nth: number
}
