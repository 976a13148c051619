import type { Severity } from '../model/Alert.ts'
import type { Destination } from '../model/Destination.ts'

/** How the messages to one destination fare. */
export type PostSummary = {
  readonly platform: Destination
  /** Not sent yet. */
  readonly waiting: number
  /** When the longest waiting one was written, or was to be edited; null when none waits. */
  readonly waitsSince: Date | null
  /** Given up. */
  readonly failed: number
  /** What was said last of one that waits after a try, or was given up. */
  readonly error: string | null
}

/** Reads of how telling people fares. */
export type DeliveryReader = {
  /**
   * By destination; none where nothing waits and nothing was given up.
   *
   * @param options.failedSince what was given up before is not counted
   */
  summarizePosts(options: { readonly failedSince: Date }): Promise<PostSummary[]>
  /** Firing and acknowledged alerts, by severity. */
  countOpenAlertsBySeverity(): Promise<Readonly<Record<Severity, number>>>
}
