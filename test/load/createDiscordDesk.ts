import { people } from '@medikey/core/testing'
import type { FakeDiscord } from '@medikey/discord/testing'
import type { Desk } from './Desk.ts'

const MEMBERS = Object.keys(people) as (keyof typeof people)[]

/** A server of Discord whose people type. */
export function createDiscordDesk(discord: FakeDiscord): Desk {
  const commands: readonly { command: string; options?: Record<string, string> }[] = [
    { command: 'medikey record', options: { record: '1' } },
    { command: 'medikey records' },
    { command: 'medikey whoami' },
    { command: 'medikey privilege', options: { record: '1', staff: discord.users.nadia } },
    { command: 'medikey pending' },
    { command: 'medikey help' },
    { command: 'medikey stats', options: { physician: discord.users.alice } },
    { command: 'medikey record', options: { record: '99' } },
  ]
  return {
    platform: 'Discord',
    async type(n) {
      const user = discord.users[MEMBERS[n % MEMBERS.length] ?? 'cmo']
      const { command = '', options = {} } = commands[n % commands.length] ?? {}
      const { interactionId } = await discord.command({ user, command, options })
      return interactionId
    },
    takeAnswers() {
      const answers = MEMBERS.flatMap((member) =>
        discord.ephemerals(discord.users[member]).flatMap(({ interactionId }) => interactionId ?? []),
      )
      // What was counted is not needed any more, so that the double stays as fast as it is.
      discord.forget()
      return answers
    },
    reconnect: () => discord.disconnect(),
  }
}
