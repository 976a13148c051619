import { expect } from 'vitest'
import type { Values } from '../../src/conversation/Values.ts'
import type { Visitor } from './ChatDriver.ts'
import { expectMessage } from './expectMessage.ts'
import type { Scenario } from './Scenario.ts'

/** Somebody gives a command that is refused with a sentence, and nothing comes of it. */
export function createRefusal(options: {
  subcommand: string
  title: string
  by: Visitor
  values?: Values
  /** What the sentence says. */
  says: string
  /** What nobody may read there. */
  hides?: string
}): Scenario {
  const { subcommand, title, by, values = {}, says, hides } = options
  return {
    subcommand,
    outcome: 'refused',
    title,
    async play(driver) {
      const { text } = expectMessage(await driver.type(by, { name: subcommand, values }), says)
      if (hides !== undefined) expect(text).not.toContain(hides)
      await driver.deliver()
      expect(await driver.listCards()).toEqual([])
    },
  }
}
