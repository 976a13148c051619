import type { World } from '../World.ts'

/** What `should_escape` makes of typed text: markup is escaped, and `@name` of a known person becomes a mention. */
export function escapeCommandText(world: World, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replace(/(?<!\S)@([a-z0-9._-]+)/g, (typed, name: string) => {
    const user = [...world.users.values()].find((candidate) => candidate.name === name)
    return user === undefined ? typed : `<@${user.id}|${user.name}>`
  })
}
