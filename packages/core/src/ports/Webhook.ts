import type { AlertPayload } from '../model/AlertPayload.ts'

/**
 * A program that is told of alerts. Failures are {@link MessengerError}s, as a chat's are: they say whether another try can
 * help and when.
 */
export interface Webhook {
  readonly platform: 'webhook'
  /**
   * Delivers one step of an alert's life.
   *
   * @param options.key the same at every try: by it the receiver knows what it has already
   * @returns the HTTP status of the answer
   */
  postEvent(options: {
    readonly key: string
    readonly payload: AlertPayload
  }): Promise<{ readonly status: number }>
}
