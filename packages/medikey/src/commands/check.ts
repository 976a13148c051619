import { Command } from 'commander'
import { runChecks } from '../check/runChecks.ts'
import { createPaint } from '../terminal/createPaint.ts'
import { toInertText } from '../terminal/toInertText.ts'
import type { CommandContext } from './CommandContext.ts'

/** `medikey check`: is everything there that `medikey start` needs? */
export function createCheckCommand(context: CommandContext): Command {
  return new Command('check')
    .description('check the configuration and everything it names; exit code 1 when something is wrong')
    .option('--json', 'as JSON: { ok, checks: [{ name, ok, detail }] }', false)
    .action(async ({ json }: { json: boolean }) => {
      const { stdout, setExitCode } = context
      const checks = await runChecks(context)
      const ok = checks.every((check) => check.ok)
      if (json) {
        stdout.write(`${JSON.stringify({ ok, checks })}\n`)
      } else {
        const paint = createPaint({ out: stdout })
        const width = Math.max(...checks.map((check) => check.name.length))
        for (const check of checks) {
          const sign = check.ok ? paint('green', '✓') : paint('red', '✗')
          stdout.write(`${sign} ${check.name.padEnd(width)}  ${toInertText(check.detail)}\n`)
        }
      }
      setExitCode(ok ? 0 : 1)
    })
}
