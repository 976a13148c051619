import { BaseError } from '@medikey/errors'
import type { Parts } from './Parts.ts'

const NAMES = [
  'slack',
  'discord',
  'terminal',
  'worker',
  'follower',
  'jobs',
] as const satisfies (keyof Parts)[]

/**
 * Reads `--only`.
 *
 * @param only names with commas between them; null: everything
 * @throws BaseError UNKNOWN_PART that lists what there is
 * @example
 * parseParts('slack,worker') // { slack: true, worker: true, terminal: false, … }
 */
export function parseParts(only: string | null): Parts {
  const wanted = only === null ? NAMES : only.split(',').map((name) => name.trim())
  const unknown = wanted.filter((name) => !NAMES.some((known) => known === name))
  if (unknown.length > 0) {
    throw new BaseError({
      code: 'UNKNOWN_PART',
      shortMessage: `--only does not know ${unknown.map((name) => JSON.stringify(name)).join(', ')}: name one or more of ${NAMES.join(', ')}, with commas between them.`,
    })
  }
  const has = (name: keyof Parts) => wanted.some((candidate) => candidate === name)
  return {
    slack: has('slack'),
    discord: has('discord'),
    terminal: has('terminal'),
    worker: has('worker'),
    follower: has('follower'),
    jobs: has('jobs'),
  }
}
