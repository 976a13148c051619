import { expect, test } from 'vitest'
import { createSlackLogger } from './createSlackLogger.ts'

function watch() {
  const lines: [string, unknown, string][] = []
  const write = (level: string) => (fields: unknown, message: string) =>
    void lines.push([level, fields, message])
  const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') }
  return { lines, logger: createSlackLogger(logger) }
}

test('debug lines of Slack’s libraries hold whole payloads and are dropped', () => {
  const { lines, logger } = watch()
  logger.debug('Received a message', { payload: 'a reason' })
  expect(lines).toEqual([])
})

test('what is told is a detail of a constant message', () => {
  const { lines, logger } = watch()
  logger.info('one', 2)
  logger.warn('http request failed')
  logger.error(new Error('gone'))
  expect(lines).toEqual([
    ['debug', { detail: 'one 2' }, 'slack library told'],
    ['warn', { detail: 'http request failed' }, 'slack library warned'],
    ['error', { detail: 'Error: gone' }, 'slack library failed'],
  ])
})

test.each([
  ['xoxb-123-abcDEF', '[redacted]'],
  ['Bearer xapp-1-A0-9-abc!', 'Bearer [redacted]!'],
  ['wss://x.example/link/?ticket=a-b&app_id=1', 'wss://x.example/link/?ticket=[redacted]&app_id=1'],
  [
    'POST https://hooks.slack.example/actions/T1/2/abc failed',
    'POST https://hooks.slack.example/actions/[redacted] failed',
  ],
])('%s is redacted', (text, shown) => {
  const { lines, logger } = watch()
  logger.warn(text)
  expect(lines[0]?.[1]).toEqual({ detail: shown })
})
