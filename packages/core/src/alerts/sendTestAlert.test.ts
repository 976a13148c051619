import { expect, test } from 'vitest'
import { createClinic } from '../../testing/index.ts'
import { MessengerError } from '../errors/MessengerError.ts'
import type { Messenger } from '../ports/Messenger.ts'
import type { Webhook } from '../ports/Webhook.ts'
import { alertsSchema } from './alertsSchema.ts'
import { sendTestAlert } from './sendTestAlert.ts'

const webhook = { url: 'https://alerts.example.com/medikey' }
const { deps } = createClinic({
  settings: { platforms: ['slack', 'discord'], alerts: alertsSchema.parse({ webhook }) },
})

test('says of each destination what came back, whatever failed beside it', async () => {
  const ref = { platform: 'slack', workspace: 'T1', channel: 'C1', messageId: '1.1' } as const
  const slack: Pick<Messenger, 'platform' | 'postAlert'> = { platform: 'slack', postAlert: async () => ref }
  const hook: Webhook = {
    platform: 'webhook',
    async postEvent({ payload }) {
      expect(payload).toMatchObject({ type: 'medikey.alert.test.v1', data: { network: 'devnet' } })
      throw new MessengerError({
        platform: 'webhook',
        shortMessage: 'The webhook refused the alert.',
        retryAfterMs: null,
        ambiguous: false,
      })
    },
  }
  expect(await sendTestAlert(deps, { messengers: [slack as Messenger, hook] })).toEqual([
    { destination: 'slack', ref },
    { destination: 'discord', error: expect.stringContaining('does not serve it') },
    { destination: 'webhook', error: 'The webhook refused the alert.' },
  ])
  expect(await deps.store.listAlerts({ limit: 1 })).toEqual([])
})
