import type { Deps } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'
import { personas } from '../demo/personas.ts'
import type { Shown } from '../terminal/Shown.ts'
import type { TerminalMessenger } from '../terminal/TerminalMessenger.ts'
import { answerPersona } from './answerPersona.ts'
import { drawSaid } from './drawSaid.ts'
import { findAsked } from './findAsked.ts'
import { listUnderWay } from './listUnderWay.ts'
import { requireDemo } from './requireDemo.ts'
import { waitUntilTold } from './waitUntilTold.ts'

/** Longer than anything that a chat lets through. */
const LONGEST = 10_000

/**
 * Lets somebody at another terminal speak for a person of the demo, and shows them the answer and what followed from it.
 *
 * @param options.terminal the demo's chat; null where this process does not draw it
 */
export function createSayHandler(
  deps: Deps,
  options: { terminal: Pick<TerminalMessenger, 'listen'> | null },
): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({
      persona: z.enum(personas.map(({ handle }) => handle)),
      text: z.string().max(LONGEST),
      hasColors: z.boolean(),
    }),
    async run({ persona, text, hasColors }, { signal }) {
      requireDemo(deps.settings)
      const seen: Shown[] = []
      const stop = options.terminal?.listen((one) => seen.push(one))
      try {
        const before = await listUnderWay(deps)
        const { answer, message } = await answerPersona(deps, { persona, text })
        const isTold = await waitUntilTold(deps, { before, signal })
        const shown = await Promise.all(
          seen.map(async (one) => ({ ...one, asked: await findAsked(deps, one) })),
        )
        return { answer, shown, isTold, drawn: drawSaid({ persona, message, shown, isTold, hasColors }) }
      } finally {
        stop?.()
      }
    },
  })
}
