import type { SlackConnection } from './SlackConnection.ts'
import type { SlackWorkspace } from './SlackWorkspace.ts'

/**
 * The workspace to answer in. Who belongs to none of ours is a guest of a shared channel, and is answered where that
 * channel is.
 */
export function getWorkspace(
  connection: Pick<SlackConnection, 'workspaces'>,
  options: { workspace: string },
): SlackWorkspace {
  const { workspaces } = connection
  return workspaces.find(({ workspace }) => workspace === options.workspace) ?? workspaces[0]
}
