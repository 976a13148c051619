import { renderCommandTable } from './renderCommandTable.ts'
import { renderScenarioTable } from './renderScenarioTable.ts'

const SECTIONS = { subcommands: renderCommandTable, scenarios: renderScenarioTable }

/**
 * The page with its tables, each between two marks, as they are now.
 *
 * @throws Error when the page has no such marks
 */
export function renderChatPage(page: string): string {
  return Object.entries(SECTIONS).reduce(
    (text, [name, render]) => replaceSection(text, { name, content: render() }),
    page,
  )
}

function replaceSection(page: string, options: { name: string; content: string }): string {
  const { name, content } = options
  const [begin, end] = [`<!-- ${name}: written by npm run generate -->`, `<!-- end of ${name} -->`]
  const [before = '', rest] = page.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error(`The page has no ${begin} … ${end}.`)
  return `${before}${begin}\n${content}\n${end}${after}`
}
