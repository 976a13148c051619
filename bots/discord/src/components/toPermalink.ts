import type { MessageRef } from '@medikey/core'
import { noGuild } from '../payloads/noGuild.ts'

/** Discord's address of a message that stands in this guild, or in a direct message; null where none of them does. */
export function toPermalink(refs: readonly MessageRef[], workspace: string): string | null {
  const ref = refs.find(
    (candidate) => candidate.platform === 'discord' && [workspace, noGuild].includes(candidate.workspace),
  )
  return ref === undefined
    ? null
    : `https://discord.com/channels/${ref.workspace}/${ref.channel}/${ref.messageId}`
}
