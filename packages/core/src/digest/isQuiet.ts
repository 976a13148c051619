import type { DigestFigures } from '../model/Digest.ts'

/** Whether a period held nothing that a picture could show. */
export function isQuiet({ draws, requests, alerts, failedCalls }: DigestFigures): boolean {
  const { asked, approved, denied, cancelled, expired } = requests
  return (
    draws.count === 0 &&
    asked + approved + denied + cancelled + expired === 0 &&
    alerts.length === 0 &&
    failedCalls.length === 0
  )
}
