import { join } from 'node:path'
import { formatUsage, subcommands } from '@medikey/core'
import { callControl, loadPlaces } from '@medikey/runtime'
import { Argument, Command } from 'commander'
import { z } from 'zod'
import type { Persona } from '../demo/Persona.ts'
import { personas } from '../demo/personas.ts'
import { createPaint } from '../terminal/createPaint.ts'
import type { CommandContext } from './CommandContext.ts'

const result = z.object({
  drawn: z.string(),
  answer: z.unknown(),
  shown: z.array(z.unknown()),
  isTold: z.boolean(),
})

/** `medikey say`: what a person of the demo would type into the chat. */
export function createSayCommand(context: CommandContext): Command {
  return new Command('say')
    .description('say something in the chat of the running demo, in the name of one of its people')
    .addArgument(
      new Argument('<persona>', 'who says it').choices(personas.map(({ handle }): string => handle)),
    )
    .argument('<subcommand...>', 'what would follow /medikey')
    .option('--json', 'as JSON: { answer, shown, isTold }; what the chat showed meanwhile is in shown', false)
    .addHelpText('after', describeSubcommands())
    .action(async (persona: Persona['handle'], words: string[], { json }: { json: boolean }) => {
      const { stdout } = context
      const { dataDir } = loadPlaces(context)
      const { drawn, ...said } = await callControl({
        socketPath: join(dataDir, 'medikey.sock'),
        method: 'say',
        params: {
          persona,
          text: words.join(' '),
          hasColors: createPaint({ out: stdout })('bold', ' ') !== ' ',
        },
        result,
      })
      stdout.write(json ? `${JSON.stringify(said)}\n` : drawn)
    })
}

function describeSubcommands(): string {
  const people = personas.map(({ handle, name, role }) => `  ${handle.padEnd(6)} ${name}, ${role}`)
  const lines = subcommands.map(
    (subcommand) => `  ${formatUsage(subcommand).replace('/medikey ', '')}\n      ${subcommand.summary}`,
  )
  return `
It works while medikey start runs the demo: on a local chain of its own, without a chat token. The answer is
drawn as text, and after it what the chat showed because of it: cards, threads, direct messages. People are named
as in @nadia. What a button does is said too: confirm <request> clicks Confirm.

People:
${people.join('\n')}

Subcommands:
${lines.join('\n')}

Example:
  medikey say alice "grant 1 @tom 200 for 8h night shift"`
}
