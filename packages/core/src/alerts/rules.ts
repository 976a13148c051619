import type { RuleName } from '../model/RuleName.ts'
import type { MonitorName } from '../monitors/MonitorName.ts'

/** A kind of thing that alerts tell of. */
export type Rule = {
  readonly monitor: MonitorName
  /** What so many findings of one cause are, in a few words: `12 records archived`. */
  readonly title: (count: number) => string
  /** While an alert of one of these rules is open, alerts of this rule wait untold. */
  readonly inhibitedBy: readonly RuleName[]
}

const unreachable = ['chain-unreachable'] as const
const halted = ['chain-unreachable', 'maintenance-began'] as const
const many = (one: string, several: string) => (count: number) => (count === 1 ? one : `${count} ${several}`)

/**
 * Every rule: who finds it, what several findings are called, and what it waits for. In maintenance the work of the
 * wards is halted, so what tells of volumes and archives can wait; what depends on the chain waits for the chain.
 *
 * @example
 * rules['record-drawn'].title(3) // '3 records with little or nothing left'
 */
export const rules: Readonly<Record<RuleName, Rule>> = {
  'unsanctioned-grant': {
    monitor: 'unsanctioned-change',
    title: many('grant without approval', 'grants without approval'),
    inhibitedBy: [],
  },
  'unsanctioned-revoke': {
    monitor: 'unsanctioned-change',
    title: many('revoke without approval', 'revokes without approval'),
    inhibitedBy: [],
  },
  'unsanctioned-archive': {
    monitor: 'unsanctioned-change',
    title: many('archive outside MediKey', 'archives outside MediKey'),
    inhibitedBy: [],
  },
  'unsanctioned-maintenance': {
    monitor: 'unsanctioned-change',
    title: many('maintenance switched outside MediKey', 'switches of maintenance outside MediKey'),
    inhibitedBy: [],
  },
  'maintenance-began': {
    monitor: 'maintenance-status',
    title: () => 'maintenance',
    inhibitedBy: [],
  },
  'maintenance-ended': {
    monitor: 'maintenance-status',
    title: () => 'maintenance ended',
    inhibitedBy: [],
  },
  'maintenance-long': {
    monitor: 'maintenance-status',
    title: () => 'maintenance lasts long',
    inhibitedBy: [],
  },
  'record-drawn': {
    monitor: 'access-volume',
    title: many('record with little or nothing left', 'records with little or nothing left'),
    inhibitedBy: halted,
  },
  'grant-used': {
    monitor: 'access-volume',
    title: many('grant with little or nothing left', 'grants with little or nothing left'),
    inhibitedBy: halted,
  },
  'draw-rate': {
    monitor: 'access-volume',
    title: many('unusual draws', 'days of unusual draws'),
    inhibitedBy: halted,
  },
  'grant-burst': {
    monitor: 'access-volume',
    title: many('burst after a grant', 'bursts after grants'),
    inhibitedBy: halted,
  },
  'off-hours-draw': {
    monitor: 'access-volume',
    title: many('draws outside hours', 'draws outside hours'),
    inhibitedBy: halted,
  },
  'denied-calls': {
    monitor: 'access-volume',
    title: many('denied calls', 'bursts of denied calls'),
    inhibitedBy: [],
  },
  'record-archived': {
    monitor: 'record-archival',
    title: many('record archived', 'records archived'),
    inhibitedBy: halted,
  },
  'mass-archival': {
    monitor: 'record-archival',
    title: many('mass archival', 'mass archivals'),
    inhibitedBy: halted,
  },
  'archived-with-privileges': {
    monitor: 'record-archival',
    title: many('archived record with privileges', 'archived records with privileges'),
    inhibitedBy: halted,
  },
  'record-untouched': {
    monitor: 'record-archival',
    title: many('untouched record', 'untouched records'),
    inhibitedBy: halted,
  },
  'grant-ends-soon': {
    monitor: 'grant-expiry',
    title: many('grant ends soon', 'grants end soon'),
    inhibitedBy: [],
  },
  'grant-outlived': {
    monitor: 'grant-expiry',
    title: many('grant stands past its end', 'grants stand past their end'),
    inhibitedBy: unreachable,
  },
  'grant-unused': {
    monitor: 'grant-expiry',
    title: many('unused grant', 'unused grants'),
    inhibitedBy: unreachable,
  },
  'request-waiting': {
    monitor: 'request-reminder',
    title: many('request waits', 'requests wait'),
    inhibitedBy: [],
  },
  'request-expired': {
    monitor: 'request-reminder',
    title: many('request expired', 'requests expired'),
    inhibitedBy: [],
  },
  'transaction-stuck': {
    monitor: 'transaction-health',
    title: many('stuck transaction', 'stuck transactions'),
    inhibitedBy: unreachable,
  },
  'transaction-lost': {
    monitor: 'transaction-health',
    title: many('lost transaction', 'lost transactions'),
    inhibitedBy: [],
  },
  'balance-low': {
    monitor: 'transaction-health',
    title: many('low balance', 'low balances'),
    inhibitedBy: [],
  },
  'chain-stale': { monitor: 'chain-health', title: () => 'the chain stands still', inhibitedBy: unreachable },
  'chain-unreachable': { monitor: 'chain-health', title: () => 'the chain cannot be read', inhibitedBy: [] },
  'chain-reorganised': {
    monitor: 'chain-health',
    title: many('blocks taken back', 'times blocks were taken back'),
    inhibitedBy: [],
  },
  'follower-behind': { monitor: 'chain-health', title: () => 'events are behind', inhibitedBy: unreachable },
  'projection-differs': {
    monitor: 'reconcile',
    title: many('difference from the chain', 'differences from the chain'),
    inhibitedBy: unreachable,
  },
  'job-overdue': {
    monitor: 'heartbeat',
    title: many('overdue job', 'overdue jobs'),
    inhibitedBy: unreachable,
  },
}
