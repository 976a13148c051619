import { expect, test } from 'vitest'
import { describeStart } from './describeStart.ts'

const config = { dataDir: '/data', databaseUrl: null, network: 'devnet', slack: null } as const

function tell(options: { platforms: ('slack' | 'discord' | 'terminal')[]; isTerminal: boolean }): string {
  const settings = { demo: true, platforms: options.platforms, contract: 'ST1.medvault' }
  return describeStart({
    config,
    composition: { url: 'http://127.0.0.1:1', apiUrl: 'http://127.0.0.1:2', settings },
    isTerminal: options.isTerminal,
  })
}

test('with Slack it says what to type there, and at a terminal how to stop', () => {
  expect(tell({ platforms: ['slack'], isTerminal: true })).toContain(
    'Chat   slack\nType /medikey help in Slack. Stop MediKey with Ctrl-C.\n',
  )
  expect(tell({ platforms: ['slack'], isTerminal: false })).not.toContain('Ctrl-C')
})

test('with both platforms it names both', () => {
  expect(tell({ platforms: ['slack', 'discord'], isTerminal: false })).toContain(
    'Chat   slack, discord\nType /medikey help in Slack or Discord.\n',
  )
})

test('the demo is told how to connect a chat instead', () => {
  const told = tell({ platforms: ['terminal'], isTerminal: true })
  expect(told).toContain('"Connecting Slack" and "Connecting Discord" in README.md')
  expect(told).not.toContain('/medikey help')
})
