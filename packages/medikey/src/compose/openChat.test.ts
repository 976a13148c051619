import { PassThrough } from 'node:stream'
import { type Config, createLogger, createSecret } from '@medikey/runtime'
import { createFakeSlack } from '@medikey/slack/testing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openChat } from './openChat.ts'
import { parseParts } from './parseParts.ts'

let slack: Awaited<ReturnType<typeof createFakeSlack>>
beforeEach(async () => {
  slack = await createFakeSlack()
})
afterEach(() => slack.close())

const open = (options: { only: string | null }) => {
  const config: Pick<Config, 'slack' | 'demo'> = {
    demo: true,
    slack: {
      mode: 'socket',
      botToken: createSecret(slack.botToken),
      appToken: createSecret(slack.appToken),
      apiUrl: slack.apiUrl,
      channels: { approvals: 'C0APPROVE', alerts: 'C0ALERTS' },
    },
  }
  const logger = createLogger({ level: 'silent', name: 'test' })
  return openChat({ config, parts: parseParts(options.only), out: new PassThrough(), logger })
}

test('a channel that the app was never invited to is found before anything is posted', async () => {
  slack.removeFrom('C0ALERTS')
  const chat = await open({ only: null })
  expect(await chat.findProblems()).toEqual([expect.stringMatching(/^Channel C0ALERTS: .*\/invite @MediKey/)])
})

test('where both channels are open there is nothing to say', async () => {
  expect(await (await open({ only: null })).findProblems()).toEqual([])
})

test('a process that posts nothing to Slack asks for no channel', async () => {
  slack.removeFrom('C0ALERTS')
  expect(await (await open({ only: 'worker' })).findProblems()).toEqual([])
})
