import { expect, test } from 'vitest'
import { readFormMetadata } from './readFormMetadata.ts'
import { toFormMetadata } from './toFormMetadata.ts'

const clicked = {
  platform: 'slack' as const,
  workspace: 'T0CLINIC',
  channel: 'C0APPROVE',
  messageId: '1.000001',
}
const reply = {
  replacesOriginal: false,
  home: null,
  workspace: 'T0CLINIC',
  userId: 'U0CMO',
  responseUrl: 'https://hooks.slack.example/actions/T0/1/x',
  channel: 'C0APPROVE',
}

test('a form remembers where to answer, and what was clicked', () => {
  expect(readFormMetadata(toFormMetadata({ reply, subjectId: 'k3x9', clicked }))).toEqual({
    responseUrl: reply.responseUrl,
    channel: 'C0APPROVE',
    isHome: false,
    subjectId: 'k3x9',
    clicked,
  })
})

test('what does not fit into Slack’s 3,000 characters is the response address', () => {
  const long = { ...reply, responseUrl: `https://hooks.slack.example/${'x'.repeat(3000)}` }
  const memory = toFormMetadata({ reply: long, subjectId: 'k3x9', clicked })
  expect(memory.length).toBeLessThanOrEqual(3000)
  expect(readFormMetadata(memory)).toMatchObject({
    responseUrl: null,
    channel: 'C0APPROVE',
    subjectId: 'k3x9',
  })
})

test.each(['', 'null', '{}', '{"responseUrl":"javascript:1"}'])('a memory of %j is none', (memory) => {
  expect(() => readFormMetadata(memory)).toThrow()
})
