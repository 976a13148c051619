import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type AlertDriver, driveAlerts } from '../../testing/driveAlerts.ts'
import { type Clinic, createClinic, people } from '../../testing/index.ts'
import { toPlainText } from '../messages/toPlainText.ts'
import type { Alert } from '../model/Alert.ts'
import type { Finding } from '../model/Finding.ts'
import { acknowledgeAlert } from './acknowledgeAlert.ts'
import { operateAlert } from './operateAlert.ts'
import { silenceAlert } from './silenceAlert.ts'

vi.mock(import('./tellAlert.ts'), async () => ({
  tellAlert: (await import('../../testing/noteNews.ts')).noteNews,
}))

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let clinic: Clinic
let alerts: AlertDriver
beforeEach(() => {
  clinic = createClinic()
  alerts = driveAlerts(clinic)
})

const condition = (overrides: Partial<Finding> = {}): Partial<Finding> => ({
  rule: 'grant-unused',
  kind: 'condition',
  severity: 'warning',
  fingerprint: 'grant-unused:7',
  cause: 'ST1',
  ...overrides,
})
const fire = async (...findings: Partial<Finding>[]): Promise<Alert> => {
  await alerts.report(findings.length === 0 ? [condition()] : findings)
  return alerts.getOpen()
}
const audit = async () => (await clinic.deps.store.listAudit({ limit: 100 })).slice(1)
const cmo = () => clinic.account('cmo')
const refresh = async ({ id }: Alert) => {
  const alert = await clinic.deps.store.getAlert(id)
  if (alert === null) throw new Error('lost')
  return alert
}

describe('acknowledging', () => {
  test('stops the repeats, with evidence, and says what follows', async () => {
    const alert = await fire()
    expect(await alerts.acknowledge(alert.id)).toBe(
      `Alert ${alert.id} is acknowledged. If it still holds in 1 day, it is told again.`,
    )
    expect(await refresh(alert)).toMatchObject({
      status: 'acknowledged',
      acknowledgedBy: people.cmo,
      acknowledgedAt: clinic.clock.now(),
    })
    await alerts.pass(23 * HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged'])
    expect(await audit()).toMatchObject([
      {
        action: 'alert-acknowledged',
        actor: people.cmo,
        account: cmo(),
        recordId: 7n,
        detail: { alertId: alert.id, rule: 'grant-unused' },
      },
    ])
  })

  test('what only happened ends it, and says so', async () => {
    const alert = await fire({})
    expect(await alerts.acknowledge(alert.id)).toContain('is acknowledged, and over with that')
    expect(await refresh(alert)).toMatchObject({ status: 'resolved', acknowledgedBy: people.cmo })
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged'])
    expect((await audit()).map(({ action }) => action)).toEqual(['alert-acknowledged', 'alert-resolved'])
  })

  test('of what is over with that says where its like stay silent', async () => {
    const alert = await fire({})
    await alerts.silence(alert.id, HOUR)
    expect(await alerts.acknowledge(alert.id)).toBe(
      `Alert ${alert.id} is acknowledged, and over with that: it does not last. Alerts like it stay silent until 2026-01-01 10:00 UTC.`,
    )
    clinic.clock.advance(HOUR)
    const next = await fire({ fingerprint: 'later' })
    expect(await alerts.acknowledge(next.id)).not.toContain('silent')
    expect(await alerts.acknowledge(next.id)).toBe(
      `Alert ${next.id} is over since 2026-01-01 10:00 UTC. Nothing was changed.`,
    )
  })

  test('a second time changes nothing and says what happened', async () => {
    const alert = await fire()
    await alerts.acknowledge(alert.id)
    const before = await refresh(alert)
    expect(await alerts.acknowledge(alert.id)).toBe(
      `Alert ${alert.id} was acknowledged by cmo, 2026-01-01 09:00 UTC. Nothing was changed.`,
    )
    expect(await refresh(alert)).toEqual(before)
    expect(await audit()).toHaveLength(1)
    await alerts.report([], { ended: ['grant-unused:7'] })
    expect(await alerts.acknowledge(alert.id)).toContain('is over since 2026-01-01 09:00 UTC')
  })

  test('twice at once, or delivered twice, counts once', async () => {
    const alert = await fire()
    const once = { account: cmo(), delivery: 'd1', alertId: alert.id }
    await Promise.all([acknowledgeAlert(clinic.deps, once), acknowledgeAlert(clinic.deps, once)])
    await Promise.all([alerts.acknowledge(alert.id), alerts.acknowledge(alert.id)])
    expect(await audit()).toHaveLength(1)
    expect(await alerts.drain()).toEqual(['fired', 'acknowledged'])
  })

  test('what has grown worse since is refused to nobody, although a delivery comes late', async () => {
    const alert = await fire()
    const first = { account: cmo(), delivery: 'd1', alertId: alert.id }
    await acknowledgeAlert(clinic.deps, first)
    await alerts.report([condition({ severity: 'critical' })])
    await acknowledgeAlert(clinic.deps, first)
    expect(await refresh(alert)).toMatchObject({ status: 'firing', severity: 'critical' })
  })

  test('is for the Chief Medical Officer', async () => {
    const alert = await fire()
    for (const handle of ['alice', 'nadia', 'ines'] as const) {
      const account = clinic.account(handle)
      const acting = acknowledgeAlert(clinic.deps, { account, delivery: handle, alertId: alert.id })
      await expect(acting).rejects.toMatchObject({ code: 'NOT_CMO' })
    }
    const account = clinic.account('mallory')
    await expect(
      acknowledgeAlert(clinic.deps, { account, delivery: 'm', alertId: alert.id }),
    ).rejects.toMatchObject({ code: 'NOT_LINKED' })
    expect(await refresh(alert)).toEqual(alert)
    expect(await audit()).toEqual([])
  })

  test('on mainnet needs a proven identity', async () => {
    clinic = createClinic({ settings: { network: 'mainnet' } })
    alerts = driveAlerts(clinic)
    const alert = await fire()
    await expect(alerts.acknowledge(alert.id)).rejects.toMatchObject({ code: 'UNPROVEN_IDENTITY' })
  })

  test('of what nobody knows is refused, also while it has not held for long enough', async () => {
    await expect(alerts.acknowledge('nothing')).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' })
    await alerts.report([condition()], { settings: { for: { 'grant-unused': HOUR } } })
    await expect(alerts.acknowledge((await alerts.getOpen()).id)).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    })
  })

  test('by a button counts only on the alert’s own message', async () => {
    const alert = await fire()
    const ref = { platform: 'slack', workspace: 'T0CLINIC', channel: 'C1', messageId: '1' } as const
    const click = (clicked: typeof ref | null) =>
      acknowledgeAlert(clinic.deps, { account: cmo(), delivery: 'd1', alertId: alert.id, clicked })
    await expect(click(ref)).rejects.toMatchObject({ code: 'FOREIGN_MESSAGE' })
    await expect(click(null)).rejects.toMatchObject({ code: 'FOREIGN_MESSAGE' })
    await alerts.drain()
    const { store } = clinic.deps
    const lane = { subject: { alertId: alert.id }, platform: 'slack' } as const
    const at = clinic.clock.now()
    await store.transaction((unit) =>
      unit.addPosts([{ id: 'p1', lane, kind: 'alert', recipient: null, message: null, at }]),
    )
    const post = await store.claimPost({ lane, now: at, staleBefore: at })
    const { attempts = 0, revision = 0 } = post ?? {}
    await store.settlePost({ id: 'p1', attempts, revision, outcome: { sent: ref }, at })
    await click(ref)
    expect(await refresh(alert)).toMatchObject({ status: 'acknowledged' })
  })
})

describe('a silence', () => {
  test('keeps an alert untold until it ends, and then tells what still fires', async () => {
    const alert = await fire()
    expect(await alerts.silence(alert.id, 6 * HOUR)).toContain('Silenced until 2026-01-01 15:00 UTC')
    await alerts.report([condition({ fingerprint: 'grant-unused:8', severity: 'critical' })])
    await alerts.pass(6 * HOUR - 1)
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'changed'])
    expect(await refresh(alert)).toMatchObject({ severity: 'critical', silenceReason: 'ward round' })
    await alerts.pass(1)
    expect(await alerts.drain()).toEqual(['escalated'])
    expect(await refresh(alert)).toMatchObject({ silencedUntil: null, silenceReason: null })
    expect(await audit()).toMatchObject([
      {
        action: 'alert-silenced',
        actor: people.cmo,
        detail: { reason: 'ward round', until: '2026-01-01T15:00:00.000Z' },
      },
      { action: 'alert-raised' },
    ])
  })

  test('tells again at its end what was told before, unless somebody took note of it', async () => {
    const alert = await fire()
    await alerts.silence(alert.id, HOUR)
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'repeated'])
    await alerts.acknowledge(alert.id)
    await alerts.silence(alert.id, HOUR)
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['acknowledged', 'silenced', 'changed'])
  })

  test('tells again at its end also where more joined meanwhile', async () => {
    const alert = await fire()
    await alerts.silence(alert.id, HOUR)
    await alerts.report([condition({ fingerprint: 'grant-unused:8' })])
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'changed', 'repeated'])
  })

  test('holds for the next alert of the same rule and cause, and for no other', async () => {
    const alert = await fire({})
    await alerts.acknowledge(alert.id)
    await alerts.silence(alert.id, 6 * HOUR)
    await alerts.drain()
    await alerts.report([{ fingerprint: 'h2' }])
    await alerts.report([{ fingerprint: 'h3' }])
    await alerts.report([{ fingerprint: 'h4', cause: 'other' }])
    await alerts.pass(5 * HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'repeated'])
    // What happened meanwhile is kept, and told.
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['fired'])
    await alerts.report([{ fingerprint: 'h5' }])
    expect(await alerts.drain()).toEqual(['joined'])
  })

  test('lets an alert end in silence, of which nobody was told', async () => {
    const alert = await fire()
    await alerts.silence(alert.id, 6 * HOUR)
    await alerts.report([], { ended: ['grant-unused:7'] })
    await alerts.report([condition()])
    await alerts.report([], { ended: ['grant-unused:7'] })
    await alerts.pass(7 * HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'changed'])
  })

  test('hides nothing from who looks: what is acknowledged while silenced is not told afterwards', async () => {
    const alert = await fire({})
    await alerts.acknowledge(alert.id)
    await alerts.silence(alert.id, 6 * HOUR)
    await alerts.drain()
    await alerts.report([{ fingerprint: 'h2' }])
    await alerts.acknowledge((await alerts.getOpen()).id)
    await alerts.pass(7 * HOUR)
    expect(await alerts.drain()).toEqual([])
  })

  test('takes the place of the one before', async () => {
    const alert = await fire()
    await alerts.silence(alert.id, 6 * HOUR)
    await alerts.silence(alert.id, HOUR)
    await alerts.pass(HOUR)
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'silenced', 'repeated'])
  })

  test('delivered twice is one silence', async () => {
    const alert = await fire()
    const silence = () =>
      silenceAlert(clinic.deps, {
        account: cmo(),
        delivery: 'd1',
        alertId: alert.id,
        durationMs: HOUR,
        reason: 'rounds',
      })
    await silence()
    await alerts.pass(30 * MINUTE)
    const [text = []] = (await silence()).paragraphs
    expect(toPlainText(text)).toBe(
      `Alert ${alert.id} is firing, and silenced until 2026-01-01 10:00 UTC. Nothing was changed.`,
    )
    expect(await audit()).toHaveLength(1)
  })

  test.each([
    ['no reason', HOUR, '  '],
    ['no time', 0, 'rounds'],
    ['too long a time', 31 * 24 * HOUR, 'rounds'],
  ])('with %s is refused', async (_, durationMs, reason) => {
    const alert = await fire()
    const act = { kind: 'silence', durationMs, reason } as const
    await expect(operateAlert(clinic.deps, { alertId: alert.id, act })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(await refresh(alert)).toEqual(alert)
  })

  test('ends when somebody says so, and what was held back is told', async () => {
    const alert = await fire()
    await alerts.silence(alert.id, 6 * HOUR)
    await alerts.report([condition({ fingerprint: 'grant-unused:8' })])
    await alerts.drain()
    expect(await alerts.unsilence(alert.id)).toContain('are told again')
    expect(await alerts.drain()).toEqual(['unsilenced', 'joined'])
    expect(await alerts.unsilence(alert.id)).toContain('and not silenced. Nothing was changed.')
    await alerts.report([], { ended: ['grant-unused:7', 'grant-unused:8'] })
    expect(await alerts.drain()).toEqual(['resolved'])
  })
})

describe('the operator on the machine', () => {
  test('needs no account, and leaves evidence all the same', async () => {
    const alert = await fire()
    const silence = { kind: 'silence', durationMs: HOUR, reason: 'upgrade' } as const
    await operateAlert(clinic.deps, { alertId: alert.id, act: silence })
    await operateAlert(clinic.deps, { alertId: alert.id, act: { kind: 'unsilence' } })
    await operateAlert(clinic.deps, { alertId: alert.id, act: { kind: 'acknowledge' } })
    expect(await refresh(alert)).toMatchObject({ status: 'acknowledged', acknowledgedBy: null })
    expect(await alerts.drain()).toEqual(['fired', 'silenced', 'unsilenced', 'acknowledged'])
    expect(await audit()).toMatchObject(
      ['alert-silenced', 'alert-unsilenced', 'alert-acknowledged'].map((action) => ({
        action,
        actor: null,
        account: null,
        detail: { by: 'operator' },
      })),
    )
    expect(await alerts.acknowledge(alert.id)).toContain('was acknowledged by the operator')
  })
})
