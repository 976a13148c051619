import { type Deps, type Messenger, sendTestAlert, type Webhook } from '@medikey/core'
import { type ControlHandler, defineControlHandler } from '@medikey/runtime'
import { z } from 'zod'

/** Sends a test alert to every destination and says what came back, one line each. */
export function createTestAlertsHandler(
  deps: Pick<Deps, 'settings' | 'clock'>,
  options: { messengers: readonly (Messenger | Webhook)[] },
): ControlHandler {
  return defineControlHandler({
    params: z.unknown(),
    run: async () => ({ tested: await sendTestAlert(deps, options) }),
  })
}
