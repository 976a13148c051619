import { renderText } from '@medikey/slack/testing'
import { getPersona } from 'medikey'
import { afterAll, expect, test } from 'vitest'
import { actOnChain } from './harness/actOnChain.ts'
import { ask } from './harness/ask.ts'
import { createCleanup } from './harness/createCleanup.ts'
import { openClinic } from './harness/openClinic.ts'
import { startChain } from './harness/startChain.ts'
import { waitUntil } from './harness/waitUntil.ts'

const WITHIN_MS = 20_000
const FOLLOW = { method: 'GET', path: /\/extended\/v2\/smart-contracts\/[^/]+\/logs/ }

const cleanup = createCleanup()
afterAll(cleanup.run)

test('a grant past MediKey is a critical alert within one round of the follower, once, also after a restart', async () => {
  const chain = await startChain({ blockTimeMs: 100, cleanup })
  const { slack, proxy, start } = await openClinic(chain, { cleanup })
  const titles = () => slack.messages('C0ALERTS').map((alert) => renderText(alert).split('\n')[0])
  const critical = () => titles().filter((title) => title?.includes('Critical'))
  const first = await start()

  // What the CMO approved raises nothing.
  const { card } = await ask(slack, { by: 'alice', text: 'grant 1 @nadia 500 ward round' })
  await slack.click({ user: 'U0CMO', message: card, actionId: 'medikey_approve' })
  await waitUntil({
    what: 'the approved grant on chain',
    withinMs: WITHIN_MS,
    look: () => (renderText(card).includes('Access granted') ? true : null),
  })
  // One round that saw the approved grant, and is over.
  await proxy.nextExchange(FOLLOW)
  await proxy.nextExchange(FOLLOW)
  expect(critical()).toEqual([])

  const round = proxy.catchNext({ ...FOLLOW, when: 'before' })
  await round.held
  await actOnChain(chain, {
    as: 'alice',
    call: {
      functionName: 'grantMedicalAccess',
      recordId: 1n,
      medicalStaff: getPersona('tom').principal,
      accessLimit: 700n,
    },
  })
  expect(critical()).toEqual([])
  const furtherRounds = proxy.catchNext({ ...FOLLOW, when: 'before' })
  round.release()
  await waitUntil({ what: 'the alert', withinMs: WITHIN_MS, look: () => critical()[0] })
  furtherRounds.release()
  const alert = slack
    .messages('C0ALERTS')
    .map(renderText)
    .find((text) => text.includes('Critical: record 1\n'))
  expect(alert).toContain('Dr. Alice Meyer granted Tom Fischer 700 of record 1 directly on chain')

  const toldOf = (title: string) =>
    waitUntil({
      what: title,
      withinMs: WITHIN_MS,
      look: () => (titles().some((told) => told?.includes(title)) ? true : null),
    })
  await first.kill()
  const second = await start()
  await actOnChain(chain, { as: 'cmo', call: { functionName: 'enableMaintenance' } })
  await toldOf('Warning: maintenance begins')
  await toldOf('Critical: maintenance')
  await actOnChain(chain, { as: 'cmo', call: { functionName: 'disableMaintenance' } })
  await toldOf('Resolved: maintenance begins')
  await toldOf('Notice: maintenance ends')
  // Stopping sends what still waits to be told.
  expect(await second.stop()).toEqual({ code: 0, signal: null })
  expect(titles().filter((told) => told?.includes('Critical: record 1'))).toHaveLength(1)
})
