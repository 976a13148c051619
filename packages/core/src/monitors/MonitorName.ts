/** The monitors, as the schedule, the settings and the `medikey monitors` command call them. */
export type MonitorName =
  | 'unsanctioned-change'
  | 'maintenance-status'
  | 'access-volume'
  | 'record-archival'
  | 'grant-expiry'
  | 'request-reminder'
  | 'transaction-health'
  | 'chain-health'
  | 'reconcile'
  | 'heartbeat'
