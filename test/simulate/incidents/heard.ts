import type { Heard } from '../Incident.ts'
import type { KnownRecord } from '../World.ts'

/** Nothing is. */
export const none = () => false
/** Found by one of these rules. */
export const ofRule =
  (...rules: readonly string[]) =>
  ({ finding }: Heard) =>
    rules.includes(finding.rule)
/** Names this principal, or what else the text is. */
export const about = (text: string) => (heard: Heard) =>
  heard.finding.fingerprint.includes(text) ||
  heard.finding.cause.includes(text) ||
  heard.finding.summary.includes(text)
/** All of these. */
export const both =
  (...tests: readonly ((heard: Heard) => boolean)[]) =>
  (heard: Heard) =>
    tests.every((test) => test(heard))
/** Became true in this time. */
export const within =
  (from: Date, to: Date) =>
  ({ finding }: Heard) =>
    finding.at >= from && finding.at <= to
/** About this record. */
export const ofRecord =
  (record: KnownRecord) =>
  ({ finding }: Heard) =>
    finding.recordId === record.recordId
