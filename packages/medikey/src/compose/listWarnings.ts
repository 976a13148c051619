import type { Ledger, Store } from '@medikey/core'
import { BaseError } from '@medikey/errors'
import type { Config, Logger } from '@medikey/runtime'
import { describeMissingApprover } from './describeMissingApprover.ts'
import { describeUnusedDiscord } from './describeUnusedDiscord.ts'
import { describeUnusedSlack } from './describeUnusedSlack.ts'
import type { OpenChat } from './openChat.ts'

/** What has to be asked to find it. */
type Asked = {
  readonly ledger: Pick<Ledger, 'getChiefMedicalOfficer'>
  readonly store: Pick<Store, 'listLinks'>
  readonly logger: Logger
}

/**
 * Finds what does not hinder the start and yet keeps the clinic from working: nobody who decides, channels that are
 * closed to the app, and a platform that is named without its token.
 *
 * @returns one sentence each
 */
export async function listWarnings(
  deps: Asked,
  options: {
    config: Pick<Config, 'identities' | 'slack' | 'discord' | 'network' | 'namesSlack' | 'namesDiscord'>
    chat: Pick<OpenChat, 'prepare'>
  },
): Promise<string[]> {
  const { config, chat } = options
  const [approver, problems] = await Promise.all([findMissingApprover(deps, config), chat.prepare()])
  return [describeUnusedSlack(config), describeUnusedDiscord(config), approver, ...problems].filter(
    (warning) => warning !== null,
  )
}

async function findMissingApprover(
  deps: Asked,
  config: Pick<Config, 'identities' | 'slack' | 'discord' | 'network'>,
): Promise<string | null> {
  try {
    const chiefMedicalOfficer = await deps.ledger.getChiefMedicalOfficer()
    const links = await deps.store.listLinks({ principal: chiefMedicalOfficer })
    const proven = links.map(({ account }) => account)
    return describeMissingApprover(config, { chiefMedicalOfficer, proven })
  } catch (err) {
    if (!(err instanceof BaseError)) throw err
    // A chain that falters for a moment is no reason not to start; the readiness tells how it goes on.
    deps.logger.warn({ err }, 'The Chief Medical Officer could not be asked for')
    return null
  }
}
