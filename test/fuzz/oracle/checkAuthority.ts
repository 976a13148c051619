import type { AccessRequest, AuditEntry, Request } from '@medikey/core'
import { people } from '@medikey/core/testing'
import type { Member } from '../../chat/Chat.ts'

type Rule = (request: Request, actor: string) => string | null

const isCmo = (actor: string) => actor === people.cmo
const isAccess = (request: Request): request is AccessRequest =>
  request.kind === 'grant' || request.kind === 'revoke'

/** What is wrong with who did it; null when it is theirs to do. */
const RULES: Readonly<Record<string, Rule>> = {
  'request-submitted'(request, actor) {
    if (actor !== request.requester) return 'somebody else asked'
    if (request.kind.startsWith('maintenance')) return isCmo(actor) ? null : 'only the CMO halts the contract'
    if (!isAccess(request)) return null
    if (request.kind === 'grant' && request.medicalStaff === actor) {
      return request.physician === actor ? 'a physician needs no grant' : null
    }
    return request.physician === actor ? null : 'only the record’s physician asks for it'
  },
  'request-consented': (request, actor) =>
    isAccess(request) && request.physician === actor && request.requester !== actor
      ? null
      : 'only the record’s physician consents, and not to what they asked for',
  'request-confirmed': (request, actor) =>
    !isAccess(request) && request.requester === actor ? null : 'only who asked confirms their own action',
  'request-approved'(request, actor) {
    if (!isAccess(request)) return request.requester === actor ? null : 'it is another person’s own action'
    if (!isCmo(actor)) return 'only the CMO decides'
    if (request.physician !== request.requester && request.consentedAt === null)
      return 'the physician did not consent'
    if (request.kind === 'grant' && request.medicalStaff === actor) return 'nobody grants to themselves'
    const isOwnRevoke = request.kind === 'revoke' && request.physician === actor
    return actor === request.requester && !isOwnRevoke ? 'nobody approves their own request' : null
  },
  'request-denied': (request, actor) =>
    isAccess(request) && (isCmo(actor) || request.physician === actor)
      ? null
      : 'only the CMO or the physician',
  'request-cancelled': (request, actor) =>
    request.requester === actor ? null : 'only who asked takes it back',
  'grant-released': (request, actor) =>
    isAccess(request) && request.medicalStaff === actor ? null : 'only the grantee gives it back',
}

const ALERT_ACTIONS: ReadonlySet<string> = new Set([
  'alert-acknowledged',
  'alert-silenced',
  'alert-unsilenced',
])

/**
 * Says what is wrong with an entry of the audit: somebody did what was not theirs to do, or what another one did.
 *
 * @param options.about the one request or alert that may have been decided; null where it may be any
 */
export function checkAuthority(
  entry: AuditEntry,
  options: { requests: readonly Request[]; actors: ReadonlySet<Member>; about: string | null },
): string[] {
  const { action, actor } = entry
  const request = options.requests.find(({ id }) => id === entry.requestId)
  // Nobody here can sign a challenge.
  if (action === 'identity-linked') return [`${actor} was linked.`]
  if (ALERT_ACTIONS.has(action)) return checkAlertAuthority(entry, options)
  const rule = RULES[action]
  if (rule === undefined || request === undefined) return []
  const wrong = (what: string) => [
    `${action} by ${actor} on ${request.kind} ${request.id} of ${request.requester}: ${what}`,
  ]
  const acted = [...options.actors].map((member) => (member === 'mallory' ? null : people[member]))
  if (actor === null || !acted.some((principal) => principal === actor)) {
    return wrong(`only ${[...options.actors].join(', ') || 'nobody'} did anything`)
  }
  // What one confirms or takes back oneself stands in a message that only oneself sees: it is no other person's say.
  const isOwn = action === 'request-confirmed' || action === 'request-cancelled'
  if (!isOwn && options.about !== null && options.about !== request.id) {
    return wrong(`the button was another request’s, ${options.about}`)
  }
  const problem = rule(request, actor)
  return problem === null ? [] : wrong(problem)
}

function checkAlertAuthority(
  { action, actor, detail }: AuditEntry,
  { actors, about }: { actors: ReadonlySet<Member>; about: string | null },
): string[] {
  const wrong = (what: string) => [`${action} by ${actor} on alert ${detail.alertId}: ${what}`]
  if (actor === null || !isCmo(actor) || !actors.has('cmo')) return wrong('only the CMO answers alerts')
  return about === null || about === detail.alertId ? [] : wrong(`the button was another one’s, ${about}`)
}
