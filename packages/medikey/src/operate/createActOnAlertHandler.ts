import { type Deps, operateAlert, toPlainText } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'

/** Longer than any reason that is taken. */
const LONGEST = 10_000

/** Does to an alert what the operator asks for, and says what became of it. */
export function createActOnAlertHandler(deps: Deps): ControlHandler {
  return defineControlHandler({
    params: z.strictObject({
      alertId: z.string(),
      act: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('acknowledge') }),
        z.strictObject({
          kind: z.literal('silence'),
          durationMs: z.int().positive(),
          reason: z.string().max(LONGEST),
        }),
        z.strictObject({ kind: z.literal('unsilence') }),
      ]),
    }),
    async run({ alertId, act }) {
      const { message, alert, isChanged } = await operateAlert(deps, { alertId, act })
      const { title, paragraphs } = message
      return {
        said: [...(title === null ? [] : [title]), ...paragraphs.map(toPlainText)].join('\n'),
        changed: isChanged,
        status: alert.status,
      }
    },
  })
}
