import { expect, test } from 'vitest'
import { formatUsage } from './formatUsage.ts'
import { parseCommand } from './parseCommand.ts'
import { subcommands } from './subcommands.ts'

test.each(subcommands)('the example of $name is a command that can be read', ({ name, example }) => {
  expect(parseCommand(example).name).toBe(name)
})

test.each(subcommands)('$name fits into what platforms take', ({ name, summary, parameters }) => {
  expect(name).toMatch(/^[a-z]{1,32}$/)
  expect(summary.length).toBeLessThanOrEqual(100)
  for (const parameter of parameters) {
    expect(parameter.name).toMatch(/^[a-z_]{1,32}$/)
    expect(parameter.description.length).toBeLessThanOrEqual(100)
  }
})

test('only the last part of a command is free text', () => {
  for (const { parameters } of subcommands) {
    expect(parameters.slice(0, -1).map(({ type }) => type)).not.toContain('text')
  }
})

test('tells how a command is typed', () => {
  expect(subcommands.map(formatUsage)).toEqual(
    expect.arrayContaining([
      '/medikey grant <record> <staff> <limit> [for <duration>] <reason>',
      '/medikey stats [physician]',
      '/medikey records [mine] [of <physician>] [page]',
    ]),
  )
})
