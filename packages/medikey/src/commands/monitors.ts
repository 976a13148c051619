import { Command } from 'commander'
import { z } from 'zod'
import { createListMonitorsHandler } from '../operate/createListMonitorsHandler.ts'
import { drawMonitors } from '../operate/drawMonitors.ts'
import { monitorRowSchema } from '../operate/monitorRowSchema.ts'
import { operate } from '../operate/operate.ts'
import { createPaint } from '../terminal/createPaint.ts'
import type { CommandContext } from './CommandContext.ts'
import { createMonitorsRunCommand } from './monitorsRun.ts'

const listed = z.object({
  monitors: z.array(monitorRowSchema),
  timeZone: z.string(),
  // An older version says nothing of it, and answers only while it runs.
  isRunning: z.boolean().default(true),
  isConfigChanged: z.boolean().default(false),
})

/** `medikey monitors`: the jobs that watch, for who runs MediKey. */
export function createMonitorsCommand(context: CommandContext): Command {
  return new Command('monitors')
    .description('look at the monitors, and run them')
    .addCommand(createListCommand(context))
    .addCommand(createMonitorsRunCommand(context))
}

function createListCommand(context: CommandContext): Command {
  return new Command('list')
    .description('list the monitors: when each ran, how that went, and when it runs next')
    .option(
      '--json',
      'as JSON: { monitors: [{ name, cron, enabled, lastCompletedAt, lastFailedAt, failure, nextRunAt }], timeZone, isRunning, isConfigChanged }',
      false,
    )
    .action(async ({ json }: { json: boolean }) => {
      const { stdout } = context
      const found = await operate(context, {
        method: 'list-monitors',
        params: {},
        result: listed,
        createHandler: (deps) => createListMonitorsHandler(deps, { running: null }),
      })
      if (json) {
        stdout.write(`${JSON.stringify(found)}\n`)
        return
      }
      stdout.write(`${drawMonitors(createPaint({ out: stdout }), found).join('\n')}\n`)
      stdout.write(`Crons are meant in ${found.timeZone}. Settings stand in medikey.yaml, under monitors.\n`)
      if (found.isConfigChanged)
        stdout.write('medikey.yaml was changed since: restart MediKey, which goes by what is shown here.\n')
      if (!found.isRunning) stdout.write('No MediKey runs here: medikey start starts one.\n')
    })
}
