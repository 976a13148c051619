import type { MessageRef } from '@medikey/core'
import type { Team } from './Team.ts'

/**
 * The address of a message in this workspace; null where none of them stands here. Slack's own form: `chat.getPermalink`
 * would answer the same, at the price of a call for each link.
 *
 * @example
 * toPermalink([ref], { workspace: 'T0CLINIC', url: 'https://clinic.slack.com/' }) // 'https://clinic.slack.com/archives/C0APPROVE/p1700000000000100'
 */
export function toPermalink(refs: readonly MessageRef[], team: Team): string | null {
  const ref = refs.find(({ platform, workspace }) => platform === 'slack' && workspace === team.workspace)
  if (ref === undefined || team.url === null) return null
  return new URL(`archives/${ref.channel}/p${ref.messageId.replace('.', '')}`, team.url).href
}
