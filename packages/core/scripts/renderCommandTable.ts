import { formatUsage } from '../src/conversation/formatUsage.ts'
import { parseCommand } from '../src/conversation/parseCommand.ts'
import type { Subcommand } from '../src/conversation/Subcommand.ts'
import { subcommands } from '../src/conversation/subcommands.ts'
import { renderTable } from './renderTable.ts'

/** Every subcommand: how it is given in each chat, to whom, what for. */
export function renderCommandTable(): string {
  return renderTable([
    ['`/medikey` …', 'who', 'what', 'in Slack, type', 'in Discord, fill in'],
    ...subcommands.map((subcommand) => [
      toCode(formatUsage(subcommand).replace('/medikey ', '')),
      subcommand.who,
      subcommand.summary,
      toCode(`/medikey ${subcommand.example}`),
      toCode(formatOptions(subcommand)),
    ]),
  ])
}

/** The example as Discord shows it: each part behind the name of its option. */
function formatOptions({ name, example }: Subcommand): string {
  const values = Object.entries(parseCommand(example).values)
  return [`/medikey ${name}`, ...values.map(([option, value]) => `${option}:${value}`)].join(' ')
}

function toCode(text: string): string {
  return `\`${text}\``
}
