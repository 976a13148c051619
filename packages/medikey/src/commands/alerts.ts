import { type AlertAct, parseSilenceInput } from '@medikey/core'
import { Command } from 'commander'
import { z } from 'zod'
import { alertRowSchema } from '../operate/alertRowSchema.ts'
import { createActOnAlertHandler } from '../operate/createActOnAlertHandler.ts'
import { createListAlertsHandler } from '../operate/createListAlertsHandler.ts'
import { drawAlerts } from '../operate/drawAlerts.ts'
import { drawSilences } from '../operate/drawSilences.ts'
import { operate } from '../operate/operate.ts'
import { silenceRowSchema } from '../operate/silenceRowSchema.ts'
import { createPaint } from '../terminal/createPaint.ts'
import { toInertText } from '../terminal/toInertText.ts'
import { createAlertsTestCommand } from './alertsTest.ts'
import type { CommandContext } from './CommandContext.ts'

const listed = z.object({
  alerts: z.array(alertRowSchema),
  isCut: z.boolean(),
  silences: z.array(silenceRowSchema),
})
const done = z.object({ said: z.string(), changed: z.boolean(), status: alertRowSchema.shape.status })

/** `medikey alerts`: what the monitors raised, for who runs MediKey. */
export function createAlertsCommand(context: CommandContext): Command {
  return new Command('alerts')
    .description('look at alerts, and say what becomes of them; in the running MediKey, or without one')
    .addCommand(createListCommand(context))
    .addCommand(createAckCommand(context))
    .addCommand(createSilenceCommand(context))
    .addCommand(createUnsilenceCommand(context))
    .addCommand(createAlertsTestCommand(context))
}

function createListCommand(context: CommandContext): Command {
  return new Command('list')
    .description('list the open alerts, the most severe first, and the silences in force')
    .option('--all', 'also those that are over or have not held long enough, the newest first', false)
    .option(
      '--json',
      'as JSON: { alerts: [{ id, rule, severity, status, title, … }], isCut, silences: [{ … }] }',
      false,
    )
    .action(async ({ all, json }: { all: boolean; json: boolean }) => {
      const { stdout } = context
      const found = await operate(context, {
        method: 'list-alerts',
        params: { all },
        result: listed,
        createHandler: createListAlertsHandler,
      })
      if (json) {
        stdout.write(`${JSON.stringify(found)}\n`)
        return
      }
      if (found.alerts.length === 0) {
        stdout.write(
          all
            ? 'There has been no alert yet.\n'
            : 'No alert is open. Those that are over are listed by medikey alerts list --all.\n',
        )
      } else {
        const lines = drawAlerts(createPaint({ out: stdout }), found)
        stdout.write(`${lines.join('\n')}\n`)
        if (found.isCut) stdout.write(`Only ${found.alerts.length} are shown.\n`)
      }
      for (const line of drawSilences(found)) stdout.write(`${line}\n`)
    })
}

function createAckCommand(context: CommandContext): Command {
  return new Command('ack')
    .description('acknowledge an alert, so that it is not repeated')
    .argument('<id>', 'as alerts list shows it')
    .option('--json', 'as JSON: { said, changed, status }', false)
    .action((alertId: string, { json }: { json: boolean }) =>
      actOnAlert(context, { alertId, json, act: { kind: 'acknowledge' } }),
    )
}

function createSilenceCommand(context: CommandContext): Command {
  return new Command('silence')
    .description('keep an alert from being told for a while')
    .argument('<id>', 'as alerts list shows it')
    .argument('<duration>', '30m, 8h, 7d or 2w; at most 30 days')
    .argument('<reason...>', 'why; it stands on the alert')
    .option('--json', 'as JSON: { said, changed, status }', false)
    .action(async (alertId: string, duration: string, words: string[], { json }: { json: boolean }) => {
      const input = parseSilenceInput({ duration, reason: words.join(' ') })
      await actOnAlert(context, { alertId, json, act: { kind: 'silence', ...input } })
    })
}

function createUnsilenceCommand(context: CommandContext): Command {
  return new Command('unsilence')
    .description('end the silence of an alert before its time')
    .argument('<id>', 'as alerts list shows it')
    .option('--json', 'as JSON: { said, changed, status }', false)
    .action((alertId: string, { json }: { json: boolean }) =>
      actOnAlert(context, { alertId, json, act: { kind: 'unsilence' } }),
    )
}

async function actOnAlert(
  context: CommandContext,
  options: { alertId: string; act: AlertAct; json: boolean },
): Promise<void> {
  const { json, ...params } = options
  const outcome = await operate(context, {
    method: 'act-on-alert',
    params,
    result: done,
    createHandler: createActOnAlertHandler,
  })
  context.stdout.write(json ? `${JSON.stringify(outcome)}\n` : `${toInertText(outcome.said)}\n`)
}
