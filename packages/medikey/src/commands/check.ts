import { Command } from 'commander'
import type { Check } from '../check/Check.ts'
import { runChecks } from '../check/runChecks.ts'
import { createPaint } from '../terminal/createPaint.ts'
import type { Paint } from '../terminal/Paint.ts'
import { toInertText } from '../terminal/toInertText.ts'
import type { CommandContext } from './CommandContext.ts'

/** `medikey check`: is everything there that `medikey start` needs? */
export function createCheckCommand(context: CommandContext): Command {
  return new Command('check')
    .description('check the configuration and everything it names; exit code 1 when something is wrong')
    .option('--json', 'as JSON: { ok, checks: [{ name, ok, isNeutral?, detail }] }', false)
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
          stdout.write(`${toSign(paint, check)} ${check.name.padEnd(width)}  ${toInertText(check.detail)}\n`)
        }
      }
      setExitCode(ok ? 0 : 1)
    })
}

function toSign(paint: Paint, { ok, isNeutral }: Check): string {
  if (!ok) return paint('red', '✗')
  return isNeutral ? paint('dim', '–') : paint('green', '✓')
}
