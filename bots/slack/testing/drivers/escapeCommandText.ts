import type { World } from '../World.ts'

/**
 * What `should_escape` makes of typed text: markup is escaped, and `@name` of a known person of the workspace becomes a
 * mention.
 */
export function escapeCommandText(world: World, options: { team: string; text: string }): string {
  const { team, text } = options
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replace(/(?<!\S)@([a-z0-9._-]+)/g, (typed, name: string) => {
    const user = world.users.find((candidate) => candidate.name === name && candidate.team === team)
    return user === undefined ? typed : `<@${user.id}|${user.name}>`
  })
}
