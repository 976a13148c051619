import { Command } from 'commander'
import { confirmRebuild } from '../operate/confirmRebuild.ts'
import { rebuildProjection } from '../operate/rebuildProjection.ts'
import type { CommandContext } from './CommandContext.ts'

const WHAT = `What MediKey read from the chain (events, records, who may draw, refused calls, sums of draws) is dropped and
read again. Requests, decisions, the audit of both, links and alerts stay, and nothing is told twice. Until it stands
again, lists show less than there is, and monitors wait; decisions are checked against the chain all the same.
`

/** `medikey rebuild`: builds what was read from the chain again. */
export function createRebuildCommand(context: CommandContext): Command {
  return new Command('rebuild')
    .description(
      'drop what was read from the chain and read it again; in the running MediKey, or without one',
    )
    .option('--yes', 'do not ask first', false)
    .option('--json', 'as JSON: { events, records, blockHeight, seconds }', false)
    .addHelpText('after', `\n${WHAT}`)
    .action(async ({ yes, json }: { yes: boolean; json: boolean }) => {
      const { stdout, stderr } = context
      if (!yes) stderr.write(WHAT)
      await confirmRebuild(context, { confirmed: yes })
      const startedAt = performance.now()
      let shown = -1
      const { events, records, blockHeight } = await rebuildProjection(context, {
        onProgress({ events, blockHeight }) {
          if (events === shown) return
          shown = events
          stderr.write(`${events} events${blockHeight === null ? '' : `, up to block ${blockHeight}`}\n`)
        },
      })
      const seconds = Math.round((performance.now() - startedAt) / 100) / 10
      stdout.write(
        json
          ? `${JSON.stringify({ events, records, blockHeight, seconds })}\n`
          : `Built again in ${seconds} s: ${events} events and ${records} records${blockHeight === null ? '' : `, up to block ${blockHeight}`}.\n`,
      )
    })
}
