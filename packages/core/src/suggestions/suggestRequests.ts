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
import { isDeployer } from './isDeployer.ts'
import { suggest } from './suggest.ts'

const SEARCHED = 100

/** Which requests: those that wait for the person's yes or no, their own open ones, those whose grant they hold. */
export type RequestsOf = 'to-decide' | 'own' | 'held'

/**
 * Requests that may be meant, by id or by anything in their description. Asks the store only; never throws.
 *
 * @param options.typed as typed so far
 * @param options.whose only these; left out, all three kinds
 * @example
 * await suggestRequests(deps, { account, typed: 'nadia', whose: 'to-decide' })
 */
export function suggestRequests(
  deps: Pick<Deps, 'directory' | 'store' | 'settings'>,
  options: { account: Account; typed: string; whose?: RequestsOf | undefined },
): Promise<Suggestion[]> {
  const { account, whose } = options
  const typed = options.typed.trim().toLowerCase()
  return suggest(deps, {
    account,
    async find({ principal }) {
      const found = await Promise.all(
        (whose === undefined ? ALL : [whose]).map((each) => FINDERS[each](deps, principal)),
      )
      const suggestions = new Map(
        found
          .flat()
          .filter(({ label }) => label.toLowerCase().includes(typed))
          .map((suggestion) => [suggestion.value, suggestion]),
      )
      return [...suggestions.values()]
    },
  })
}

type Find = (deps: Pick<Deps, 'directory' | 'store' | 'settings'>, principal: string) => Promise<Suggestion[]>

const FINDERS: Readonly<Record<RequestsOf, Find>> = {
  'to-decide': async (deps, principal) => {
    const isApprover = isDeployer(deps, principal)
    const waiting = await listWaiting(deps, { principal, isApprover, limit: SEARCHED })
    return waiting.map((request) => suggestRequest(deps, request))
  },
  own: async (deps, principal) => {
    const filter = { status: requestSets.open, requester: principal, limit: SEARCHED }
    return (await deps.store.findRequests(filter)).map((request) => suggestRequest(deps, request))
  },
  held: async (deps, principal) => {
    const grants = await deps.store.listActiveGrants({ principal, limit: SEARCHED })
    return grants.filter(({ medicalStaff }) => medicalStaff === principal).map(suggestGrant)
  },
}
const ALL: readonly RequestsOf[] = ['to-decide', 'own', 'held']

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
