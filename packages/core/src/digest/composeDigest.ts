import type { Deps } from '../Deps.ts'
import type { Message } from '../messages/Message.ts'
import type { Chart } from '../model/Chart.ts'
import type { Digest } from '../model/Digest.ts'
import { digestCharts } from './digestCharts.ts'
import { digestMessage } from './digestMessage.ts'

/**
 * Says and shows a digest: always the same of the same figures.
 *
 * @example
 * const { message, charts } = composeDigest(deps, digest)
 */
export function composeDigest(
  deps: Pick<Deps, 'directory' | 'settings'>,
  digest: Digest,
): { message: Message; charts: Chart[] } {
  const { directory, settings } = deps
  return {
    message: digestMessage({ digest, directory, settings }),
    charts: digestCharts({ digest, directory }),
  }
}
