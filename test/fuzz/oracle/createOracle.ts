import type { AuditEntry, Request } from '@medikey/core'
import type { Clinic } from '@medikey/core/testing'
import type { Member } from '../../chat/Chat.ts'
import { checkAuthority } from './checkAuthority.ts'
import { checkChain } from './checkChain.ts'

/** Knows what may change, and by whom, and looks after every act whether anything else did. */
export type Oracle = {
  /**
   * @param options.actors who acted since the last look
   * @param options.about the one request or alert that they may have decided; null where it may be any
   * @returns what should not have happened
   */
  look(options: { actors: ReadonlySet<Member>; about: string | null }): Promise<string[]>
}

/** What an audit entry of the action says became of the request. */
const STATUS_AFTER: Readonly<Record<string, readonly Request['status'][]>> = {
  'request-submitted': ['unconfirmed', 'awaiting-consent', 'pending'],
  'request-consented': ['pending'],
  'request-confirmed': ['approved'],
  'request-approved': ['approved'],
  'request-denied': ['denied'],
  'request-cancelled': ['cancelled'],
  'request-expired': ['expired'],
}

/** Makes an oracle over the store and the chain of a clinic. */
export async function createOracle(clinic: Clinic): Promise<Oracle> {
  const { store } = clinic.deps
  const statuses = new Map<string, string>()
  const eventsBefore = (await clinic.ledger.getContractEvents({ limit: 1000 })).events.length
  let audited = 0

  return {
    async look({ actors, about }) {
      const requests = await store.findRequests({ limit: 100 })
      const audit = (await store.listAudit({ limit: 10_000 })).slice(audited)
      audited += audit.length
      const moved = requests.filter(({ id, status }) => statuses.get(id) !== status)
      for (const { id, status } of moved) statuses.set(id, status)
      return [
        ...audit.flatMap((entry) => checkAuthority(entry, { requests, actors, about })),
        ...moved.flatMap((request) => checkEvidence(request, audit)),
        ...(await checkChain(clinic, { requests, eventsBefore })),
      ]
    },
  }
}

/** Every change of a request stands in the audit. */
function checkEvidence(request: Request, audit: readonly AuditEntry[]): string[] {
  // What MediKey asks of itself is told with the grant that it ends.
  if (request.origin !== 'person') return []
  const told = audit
    .filter((entry) => entry.requestId === request.id)
    .findLast((entry) => STATUS_AFTER[entry.action] !== undefined)?.action
  return told !== undefined && STATUS_AFTER[told]?.includes(request.status)
    ? []
    : [`Request ${request.id} is ${request.status}, and the audit says ${told ?? 'nothing of it'}.`]
}
