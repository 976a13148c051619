import { formatUsage } from '../src/conversation/formatUsage.ts'
import { parseCommand } from '../src/conversation/parseCommand.ts'
import type { Subcommand } from '../src/conversation/Subcommand.ts'
import { subcommands } from '../src/conversation/subcommands.ts'

const BEGIN = '<!-- subcommands: written by npm run generate -->'
const END = '<!-- end of subcommands -->'

/**
 * The page with the table of subcommands between its two marks as they are now.
 *
 * @throws Error when the page has no such marks
 */
export function insertCommandTable(page: string): string {
  const [before, ...rest] = page.split(BEGIN)
  const after = rest.join(BEGIN).split(END)[1]
  if (before === undefined || after === undefined) throw new Error(`The page has no ${BEGIN} … ${END}.`)
  return `${before}${BEGIN}\n${renderTable()}\n${END}${after}`
}

function renderTable(): string {
  return [
    ['`/medikey` …', 'who', 'what', 'in Slack, type', 'in Discord, fill in'],
    ['---', '---', '---', '---', '---'],
    ...subcommands.map((subcommand) => [
      toCode(formatUsage(subcommand).replace('/medikey ', '')),
      subcommand.who,
      subcommand.summary,
      toCode(`/medikey ${subcommand.example}`),
      toCode(formatOptions(subcommand)),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

/** The example as Discord shows it: each part behind the name of its option. */
function formatOptions({ name, example }: Subcommand): string {
  const values = Object.entries(parseCommand(example).values)
  return [`/medikey ${name}`, ...values.map(([option, value]) => `${option}:${value}`)].join(' ')
}

/** Inside a table a bar would end the cell, even in code. */
function toCode(text: string): string {
  return `\`${text.replaceAll('|', '\\|')}\``
}
