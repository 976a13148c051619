import type { Deps } from '../Deps.ts'
import { formatVolume } from '../input/formatVolume.ts'
import { describeRequest } from '../messages/describeRequest.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Account } from '../model/Account.ts'
import type { Grant } from '../model/Grant.ts'
import type { Request } from '../model/Request.ts'
import { requestSets } from '../model/requestSets.ts'
import type { Suggestion } from '../model/Suggestion.ts'
import { listWaiting } from '../queries/listWaiting.ts'
import { SUGGESTED, suggest } from './suggest.ts'

const SEARCHED = 100

/**
 * Requests that may be meant, by id or by anything in their description: those that wait for the person, their own open
 * ones, and those whose grant they hold. Asks the store only; never throws.
 *
 * @param options.typed as typed so far
 * @example
 * await suggestRequests(deps, { account, typed: 'nadia' })
 */
export function suggestRequests(
  deps: Pick<Deps, 'directory' | 'store' | 'settings'>,
  options: { account: Account; typed: string },
): Promise<Suggestion[]> {
  const { account } = options
  const typed = options.typed.trim().toLowerCase()
  return suggest(deps, {
    account,
    async find({ principal }) {
      const [waiting, own, grants] = await Promise.all([
        listWaiting(deps, { principal, isApprover: isDeployer(deps, principal), limit: SEARCHED }),
        deps.store.findRequests({ status: requestSets.open, requester: principal, limit: SEARCHED }),
        deps.store.listActiveGrants({ principal, limit: SEARCHED }),
      ])
      const held = grants.filter(({ medicalStaff }) => medicalStaff === principal)
      const suggestions = new Map(
        [...[...waiting, ...own].map((request) => suggestRequest(deps, request)), ...held.map(suggestGrant)]
          .filter(({ label }) => label.toLowerCase().includes(typed))
          .map((suggestion) => [suggestion.value, suggestion]),
      )
      return [...suggestions.values()].slice(0, SUGGESTED)
    },
  })
}

/** The contract's CMO is its deployer for ever. That is enough to choose what to suggest; deciding asks the chain. */
function isDeployer({ settings }: Pick<Deps, 'settings'>, principal: string): boolean {
  return settings.contract.split('.')[0] === principal
}

function suggestRequest({ directory }: Pick<Deps, 'directory'>, request: Request): Suggestion {
  return {
    value: request.id,
    label: `${request.id} · ${toPlainText(describeRequest({ request, directory }))}`,
  }
}

function suggestGrant({ requestId, recordId, accessLimit, endsAt }: Grant): Suggestion {
  const until = endsAt === null ? '' : toPlainText([' until ', { time: endsAt.toISOString() }])
  return {
    value: requestId,
    label: `${requestId} · your grant of ${formatVolume(accessLimit)} of record ${recordId}${until}`,
  }
}
