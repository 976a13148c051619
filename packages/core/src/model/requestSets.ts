import type { RequestStatus } from './Request.ts'

/** Which statuses of a request mean the same to whoever looks at it. */
export const requestSets = {
  /** Somebody still has to say yes. */
  open: ['unconfirmed', 'awaiting-consent', 'pending'],
  /** Others have to say yes: the card in the approvals channel asks for it. */
  undecided: ['awaiting-consent', 'pending'],
} as const satisfies Record<string, readonly RequestStatus[]>
