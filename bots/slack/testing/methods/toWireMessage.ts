import { getTeam } from '../getTeam.ts'
import type { FakeMessage, World } from '../World.ts'

/** A message as Slack's answers and payloads carry it. */
export function toWireMessage(
  world: World,
  message: FakeMessage,
  options: { withMetadata: boolean },
): Record<string, unknown> {
  const { bot } = getTeam(world, message.team)
  return {
    type: 'message',
    ...(message.author === null
      ? { user: bot.userId, bot_id: bot.botId, app_id: world.appId }
      : { user: message.author }),
    team: message.team,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(options.withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  }
}
