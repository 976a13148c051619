import { describe, expect, test } from 'vitest'
import { subcommands } from '../../src/conversation/subcommands.ts'
import { scenarios } from './scenarios.ts'

describe('every subcommand is played', () => {
  test.each(
    subcommands.flatMap(({ name }) => [
      [name, 'happy'],
      [name, 'refused'],
    ]),
  )('%s, %s', (name, outcome) => {
    const played = scenarios.filter(
      (scenario) => scenario.subcommand === name && scenario.outcome === outcome,
    )
    expect(played.length).toBeGreaterThan(0)
  })
})

test('no scenario is about a subcommand that does not exist, and no two have one title', () => {
  const names: (string | null)[] = subcommands.map(({ name }) => name)
  for (const { subcommand } of scenarios) if (subcommand !== null) expect(names).toContain(subcommand)
  const titles = scenarios.map(({ subcommand, title }) => `${subcommand} ${title}`)
  expect(titles).toEqual([...new Set(titles)])
})
