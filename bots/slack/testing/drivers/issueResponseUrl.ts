import { randomBytes } from 'node:crypto'
import type { ResponseUrl, World } from '../World.ts'

/** An address for five messages in answer to an interaction. */
export function issueResponseUrl(
  world: World,
  options: Pick<ResponseUrl, 'team' | 'user' | 'channel' | 'original'>,
): string {
  const id = randomBytes(12).toString('hex')
  world.responseUrls.set(id, { ...options, issuedAt: world.now().getTime(), uses: 0 })
  return `${world.origin}/actions/${options.team}/${id}`
}
