import type { Equivalent } from './Equivalent.ts'

/** Every mutant that may stand, at most three of them. */
export const equivalents: readonly Equivalent[] = [
  {
    operator: 'swap-checks',
    row: 8,
    before: `(asserts! (get can-access privilege) ERR_UNAUTHORIZED_ACCESS)
      ;; Usage never exceeds the limit while the privilege stands, so the rest cannot underflow.
      (asserts! (<= access-volume (- (get access-limit privilege) usage)) ERR_UNAUTHORIZED_ACCESS)`,
    after: `(asserts! (<= access-volume (- (get access-limit privilege) usage)) ERR_UNAUTHORIZED_ACCESS) (asserts! (get can-access privilege) ERR_UNAUTHORIZED_ACCESS)`,
    digest: 'd1491fca6374',
    proof: `Both refuse with the same error, so which of them answers cannot be told where both fail. Neither writes, and
      neither can panic: usage never exceeds access-limit (invariant 4), so the subtraction does not underflow. Either
      order lets the same calls through and refuses all others with u105.`,
  },
  {
    operator: 'exchange-sender',
    row: 1,
    before: 'tx-sender',
    after: 'contract-caller',
    digest: 'a62790365150',
    proof: `A constant is worked out once, while the contract is deployed. A deployment is a transaction of its own that no
      contract can make, so its caller is its signer: tx-sender and contract-caller are the same principal.`,
  },
  {
    operator: 'change-value',
    row: 31,
    before: 'category',
    after: 'record-category',
    digest: '99e9ba335ced',
    proof: `category is what (as-max-len? record-category u64) unwraps to, which is record-category itself: the same
      characters under a narrower type. A printed string is serialized with its own length, not that of its type, so the
      event is the same byte for byte. (Stored, the wider type is refused at deployment: that mutant is invalid.)`,
  },
]
