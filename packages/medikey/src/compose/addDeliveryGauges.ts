import type { Deps } from '@medikey/core'
import { Gauge, type Registry } from '@medikey/runtime'
import { GIVEN_UP_MS } from '../check/describeUndelivered.ts'

/** Adds what waits to be told and what is open, read from the store whenever somebody asks. */
export function addDeliveryGauges(deps: Pick<Deps, 'store' | 'clock'>, registry: Registry): void {
  const registers = [registry]
  const summarize = () =>
    deps.store.summarizePosts({ failedSince: new Date(deps.clock.now().getTime() - GIVEN_UP_MS) })
  const labelNames = ['platform'] as const
  new Gauge({
    name: 'medikey_posts_waiting',
    help: 'Messages that are not sent yet, by where they go.',
    labelNames,
    registers,
    async collect() {
      this.reset()
      for (const { platform, waiting } of await summarize()) this.set({ platform }, waiting)
    },
  })
  new Gauge({
    name: 'medikey_posts_oldest_waiting_seconds',
    help: 'How long the message has waited that waits longest, by where it goes.',
    labelNames,
    registers,
    async collect() {
      this.reset()
      const now = deps.clock.now().getTime()
      for (const { platform, waitsSince } of await summarize())
        this.set({ platform }, waitsSince === null ? 0 : Math.max(0, (now - waitsSince.getTime()) / 1_000))
    },
  })
  new Gauge({
    name: 'medikey_posts_failed',
    help: 'Messages that were given up in the last seven days, by where they were to go.',
    labelNames,
    registers,
    async collect() {
      this.reset()
      for (const { platform, failed } of await summarize()) this.set({ platform }, failed)
    },
  })
  new Gauge({
    name: 'medikey_alerts_open',
    help: 'Alerts that are firing or acknowledged, by severity.',
    labelNames: ['severity'],
    registers,
    async collect() {
      for (const [severity, alerts] of Object.entries(await deps.store.countOpenAlertsBySeverity()))
        this.set({ severity }, alerts)
    },
  })
}
