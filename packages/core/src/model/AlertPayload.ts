import type { Network } from '@medikey/contract-client'
import type { AlertEvent, AlertStep, EndReason } from './AlertEvent.ts'

type Place = {
  readonly network: Network
  readonly contract: string
  /** True where the chain is a demo's. */
  readonly demo: boolean
}

/**
 * What a webhook is told: a step of an alert's life, or a test. Fields are added, and none is renamed or taken away without
 * another version in `type`.
 */
export type AlertPayload =
  | {
      readonly type: `medikey.alert.${AlertStep}.v1`
      /** When the step was taken, ISO 8601. */
      readonly timestamp: string
      readonly data: Place & {
        readonly alert: Omit<AlertEvent['alert'], 'silenceReason'> & { readonly title: string }
        readonly findingCount: number
        readonly findings: AlertEvent['findings']
        /** Why a resolved one is over though its conditions may hold. */
        readonly reason?: EndReason
      }
    }
  | { readonly type: 'medikey.alert.test.v1'; readonly timestamp: string; readonly data: Place }
