import { expect, test } from 'vitest'
import { createRecordedLogger } from '../../testing/createRecordedLogger.ts'
import { createSlackLogger } from './createSlackLogger.ts'

function watch() {
  const { log, logger } = createRecordedLogger()
  return { log, logger: createSlackLogger(logger) }
}

test('debug lines of Slack’s libraries hold whole payloads and are dropped', () => {
  const { log, logger } = watch()
  logger.debug('Received a message', { payload: 'a reason' })
  expect(log).toEqual([])
})

test('what is told is a detail of a constant message', () => {
  const { log, logger } = watch()
  logger.info('one', 2)
  logger.warn('http request failed')
  logger.error(new Error('gone'))
  expect(log).toEqual([
    { level: 'debug', message: 'slack library told', fields: { detail: 'one 2' } },
    { level: 'warn', message: 'slack library warned', fields: { detail: 'http request failed' } },
    { level: 'error', message: 'slack library failed', fields: { detail: 'Error: gone' } },
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
  const { log, logger } = watch()
  logger.warn(text)
  expect(log[0]?.fields).toEqual({ detail: shown })
})
