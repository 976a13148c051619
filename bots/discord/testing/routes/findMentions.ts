import { listComponents } from '../schemas/listComponents.ts'
import type { AllowedMentions } from '../schemas/messageSchema.ts'
import type { FakeMessage, World } from '../World.ts'

/**
 * Whom a message pings. The app counts as permitted to mention everybody, and a mention in a code block as one: what
 * would be harmless on Discord's side may be too much here, never the other way round.
 */
export function findMentions(
  world: World,
  options: Pick<FakeMessage, 'content' | 'components'> & { allowed: AllowedMentions | null },
): Pick<FakeMessage, 'mentions' | 'mentionsEveryone'> {
  const { content, components, allowed } = options
  const texts = listComponents(components).flatMap((one) => ('content' in one ? [one.content] : []))
  const text = [content, ...texts].join('\n')
  const mentioned = [...text.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '')
  const isSomebody = (id: string) => world.users.has(id) || id === world.applicationId
  const allowsUser = (id: string) =>
    allowed === null || allowed.parse?.includes('users') || (allowed.users?.includes(id) ?? false)
  return {
    mentions: [...new Set(mentioned)].filter((id) => isSomebody(id) && allowsUser(id)),
    mentionsEveryone:
      (allowed === null || (allowed.parse?.includes('everyone') ?? false)) && /@(everyone|here)/.test(text),
  }
}
