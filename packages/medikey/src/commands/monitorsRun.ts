import { monitors } from '@medikey/core'
import { Command, InvalidArgumentError } from 'commander'
import { createRunMonitorHandler } from '../operate/createRunMonitorHandler.ts'
import { drawMonitorRun } from '../operate/drawMonitorRun.ts'
import { monitorRunSchema } from '../operate/monitorRunSchema.ts'
import { operate } from '../operate/operate.ts'
import { createPaint } from '../terminal/createPaint.ts'
import type { CommandContext } from './CommandContext.ts'

/** The past is read anew, which takes as long as there is much of it. */
const TIMEOUT_MS = 600_000

/** `medikey monitors run`: asks one monitor now, whether or not it is switched on. */
export function createMonitorsRunCommand(context: CommandContext): Command {
  return new Command('run')
    .description('run a monitor now and print what it finds')
    .argument('<name>', `one of ${Object.keys(monitors).join(', ')}`, toName)
    .option('--dry-run', 'keep and tell nothing', false)
    .option(
      '--at-height <block>',
      'look at the past as it was at that block; keep and tell nothing',
      toHeight,
    )
    .option(
      '--json',
      'as JSON: { monitor, mode, at, height, findings: [{ severity, rule, at, … }], alerts, openAlerts }',
      false,
    )
    .action(async (monitor: string, flags: { dryRun: boolean; atHeight?: number; json: boolean }) => {
      const { stdout } = context
      const { dryRun: isDry, atHeight = null, json } = flags
      const run = await operate(context, {
        method: 'run-monitor',
        params: { monitor, isDry, atHeight },
        result: monitorRunSchema,
        createHandler: (deps) =>
          createRunMonitorHandler(deps, {
            runMonitor: null,
            readMonitors: () => deps.settings.monitors,
          }),
        timeoutMs: TIMEOUT_MS,
      })
      const isDryForLack = run.mode === 'dry-run' && !isDry
      const lines = json
        ? [JSON.stringify(run)]
        : drawMonitorRun(createPaint({ out: stdout }), { run, isDryForLack })
      stdout.write(`${lines.join('\n')}\n`)
    })
}

function toName(text: string): string {
  if (Object.hasOwn(monitors, text)) return text
  throw new InvalidArgumentError(`The monitors are ${Object.keys(monitors).join(', ')}.`)
}

function toHeight(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('A block is named by its height, a whole number.')
}
