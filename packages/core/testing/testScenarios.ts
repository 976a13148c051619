import { describe, onTestFinished, test } from 'vitest'
import type { ChatDriver } from './scenarios/ChatDriver.ts'
import { scenarios } from './scenarios/scenarios.ts'

/**
 * What people do in a chat and what has to come of it, the same on every platform: each subcommand happy and refused,
 * forms, buttons, redeliveries, and the whole life of a grant.
 *
 * @param name what the platform is called in the report
 * @param open puts a clinic's people at the platform; called once a test
 * @example
 * testScenarios('Slack', openChatDriver)
 */
export function testScenarios(name: string, open: () => Promise<ChatDriver>): void {
  describe(name, () => {
    test.each(scenarios.map((scenario) => ({ ...scenario, about: scenario.subcommand ?? 'afterwards' })))(
      '$about, $outcome: $title',
      async ({ play }) => {
        const driver = await open()
        onTestFinished(driver.close)
        await play(driver)
      },
    )
  })
}
