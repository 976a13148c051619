import type { FakeMessage, World } from '../World.ts'

/** A message as Slack's answers and payloads carry it. */
export function toWireMessage(
  world: World,
  message: FakeMessage,
  options: { withMetadata: boolean },
): Record<string, unknown> {
  return {
    type: 'message',
    user: world.bot.userId,
    bot_id: world.bot.botId,
    app_id: world.appId,
    team: world.team.id,
    ts: message.ts,
    text: message.text,
    blocks: message.blocks,
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(options.withMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  }
}
