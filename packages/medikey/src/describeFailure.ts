import { BaseError } from '@medikey/errors'

/**
 * What a person at a terminal reads when a command fails: the sentence of an error of ours. Anything else is a defect,
 * and its stack is shown only to who asked for details.
 */
export function describeFailure(
  error: unknown,
  options: { env: Readonly<Record<string, string | undefined>> },
): string {
  if (error instanceof BaseError) return error.userMessage
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
  const wantsDetails = options.env.LOG_LEVEL === 'debug' || options.env.LOG_LEVEL === 'trace'
  return wantsDetails
    ? stack
    : `Something unforeseen went wrong: ${message} Run it again with LOG_LEVEL=debug for details.`
}
