import { describeAlertLine } from '../alerts/describeAlertLine.ts'
import type { Deps } from '../Deps.ts'
import { IdentityError } from '../errors/IdentityError.ts'
import { resolveActor } from '../identities/resolveActor.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { demoFooter } from '../messages/demoFooter.ts'
import { describeRequest } from '../messages/describeRequest.ts'
import { describeStatus } from '../messages/describeStatus.ts'
import type { Home, HomeLine, HomeSection } from '../messages/Home.ts'
import type { Account } from '../model/Account.ts'
import type { Actor } from '../model/Actor.ts'
import type { Grant } from '../model/Grant.ts'
import type { Request } from '../model/Request.ts'
import { requestSets } from '../model/requestSets.ts'
import { listWaiting } from './listWaiting.ts'

/** A page of Slack holds 100 blocks: three lists of ten lines and one of five, with their buttons. */
const SHOWN = 10
const ALERTS_SHOWN = 5

/**
 * What concerns a person: what waits for them, for the CMO the open alerts, what they asked for and how it stands, and
 * the grants that they hold or gave. Somebody who is not linked is told how to be.
 *
 * @throws NodeUnreachableError and other retryable errors: who is CMO is asked of the chain
 * @example
 * const { notice, sections } = await describeHome(deps, { account })
 */
export async function describeHome(deps: Deps, options: { account: Account }): Promise<Home> {
  try {
    const actor = await resolveActor(deps, options)
    const isApprover = await deps.ledger.isChiefMedicalOfficer({ user: actor.principal })
    const sections = await Promise.all([
      describeWaiting(deps, { actor, isApprover }),
      ...(isApprover ? [describeOpenAlerts(deps)] : []),
      describeOwn(deps, actor),
      describeGrants(deps, actor),
    ])
    return { notice: demoFooter(deps.settings), sections }
  } catch (error) {
    if (error instanceof IdentityError) return { notice: [[error.userMessage]], sections: [] }
    throw error
  }
}

async function describeWaiting(
  deps: Deps,
  options: { actor: Actor; isApprover: boolean },
): Promise<HomeSection> {
  const { actor, isApprover } = options
  const found = await listWaiting(deps, { principal: actor.principal, isApprover, limit: SHOWN + 1 })
  const { directory } = deps
  return toSection({
    title: 'Waiting for me',
    empty: 'Nothing waits for you.',
    lines: found.map((request) => ({
      id: request.id,
      text: describeRequest({ request, directory }),
      actions: [
        { kind: request.status === 'pending' ? 'approve' : 'consent', id: request.id },
        { kind: 'deny', id: request.id },
      ],
    })),
  })
}

async function describeOpenAlerts(deps: Deps): Promise<HomeSection> {
  const found = await deps.store.listOpenAlerts({ limit: ALERTS_SHOWN + 1 })
  const lines = await Promise.all(
    found.map(async (alert) => ({
      id: alert.id,
      text: await describeAlertLine(deps, { alert }),
      actions: [
        ...(alert.status === 'firing' ? [{ kind: 'acknowledge', id: alert.id } as const] : []),
        { kind: 'silence', id: alert.id } as const,
      ],
    })),
  )
  return toSection({ title: 'Open alerts', empty: 'No alert is open.', lines, shown: ALERTS_SHOWN })
}

async function describeOwn(deps: Deps, { principal }: Actor): Promise<HomeSection> {
  const found = await deps.store.findRequests({ requester: principal, limit: SHOWN + 1 })
  const lines = await Promise.all(found.map((request) => describeOne(deps, request)))
  return toSection({ title: 'My requests', empty: 'You asked for nothing yet.', lines })
}

async function describeOne(deps: Deps, request: Request): Promise<HomeLine> {
  const { directory } = deps
  const transaction = (await deps.store.listTransactions(request.id)).at(-1) ?? null
  const { status } = describeStatus({ request, transaction, directory })
  return {
    id: request.id,
    text: [...describeRequest({ request, directory }), ' · ', ...status],
    actions: isOpen(request) ? [{ kind: 'cancel', id: request.id }] : [],
  }
}

async function describeGrants(deps: Deps, { principal }: Actor): Promise<HomeSection> {
  const found = await deps.store.listActiveGrants({ principal, limit: SHOWN + 1 })
  const lines = await Promise.all(found.map((grant) => describeGrant(deps, { grant, principal })))
  return toSection({ title: 'Active grants', empty: 'You hold no grant, and gave none.', lines })
}

async function describeGrant(deps: Deps, options: { grant: Grant; principal: string }): Promise<HomeLine> {
  const { grant, principal } = options
  const { requestId, recordId, medicalStaff, accessLimit, endsAt, endRequestId } = grant
  const usage = (await deps.store.getPrivilege({ recordId, medicalStaff }))?.usage ?? 0n
  return {
    id: requestId,
    text: [
      { person: deps.directory.describe(medicalStaff) },
      ` on record ${recordId}: ${formatVolume(usage)} of ${formatVolume(accessLimit)} used, until `,
      endsAt === null ? 'revoked' : { time: endsAt.toISOString() },
    ],
    actions: medicalStaff === principal && endRequestId === null ? [{ kind: 'release', id: requestId }] : [],
  }
}

function isOpen({ status }: Request): boolean {
  return requestSets.open.some((open) => open === status)
}

function toSection(options: {
  title: string
  empty: string
  lines: readonly HomeLine[]
  shown?: number
}): HomeSection {
  const { title, empty, lines, shown = SHOWN } = options
  return { title, empty: [empty], lines: lines.slice(0, shown), isCut: lines.length > shown }
}
