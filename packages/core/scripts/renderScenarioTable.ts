import { subcommands } from '../src/conversation/subcommands.ts'
import type { Scenario } from '../testing/scenarios/Scenario.ts'
import { scenarios } from '../testing/scenarios/scenarios.ts'
import { renderTable } from './renderTable.ts'

/** What is played on every platform: of each subcommand what it does and what it refuses, and what comes afterwards. */
export function renderScenarioTable(): string {
  return renderTable([
    ['', 'does', 'refuses'],
    ...[...subcommands.map(({ name }) => name), null].map((subcommand) => [
      subcommand === null ? 'afterwards' : `\`${subcommand}\``,
      listTitles({ subcommand, outcome: 'happy' }),
      listTitles({ subcommand, outcome: 'refused' }),
    ]),
  ])
}

function listTitles({ subcommand, outcome }: Pick<Scenario, 'subcommand' | 'outcome'>): string {
  return scenarios
    .filter((scenario) => scenario.subcommand === subcommand && scenario.outcome === outcome)
    .map(({ title }) => title)
    .join('<br>')
}
