import { BaseError } from '@medikey/errors'
import type { Logger } from '../logging/Logger.ts'
import { ControlError } from './ControlError.ts'
import type { ControlHandler } from './ControlHandler.ts'
import { type ControlAnswer, controlRequestSchema } from './controlProtocol.ts'

/**
 * Runs one control request. Whatever goes wrong becomes an answer: errors of ours as they are, anything
 * else as a sentence that gives nothing away, with the facts in the log.
 *
 * @param options.body The request as it arrived, unchecked.
 * @example
 * await answerControl({ logger }, { handlers, body: { method: 'status' }, signal }) // { result: … }
 */
export async function answerControl(
  deps: { logger: Logger },
  options: { handlers: Readonly<Record<string, ControlHandler>>; body: unknown; signal: AbortSignal },
): Promise<ControlAnswer> {
  const { handlers, body, signal } = options
  const request = controlRequestSchema.safeParse(body)
  if (!request.success)
    return refuse('CONTROL_MALFORMED', 'The request is malformed: send method and params as one JSON object.')
  const { method, params } = request.data
  const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined
  if (handler === undefined)
    return refuse(
      'CONTROL_UNKNOWN_METHOD',
      `The running MediKey does not know ${JSON.stringify(method.slice(0, 64))}: restart it, so that both are the same version.`,
    )
  const checked = await handler.params.safeParseAsync(params)
  if (!checked.success) {
    const problems = checked.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'params'}: ${message}`,
    )
    return refuse('CONTROL_BAD_PARAMS', `The parameters of ${method} are not usable: ${problems.join('; ')}.`)
  }
  try {
    return { result: (await handler.run(checked.data, { signal })) ?? null }
  } catch (err) {
    if (err instanceof BaseError) return toAnswer(err)
    deps.logger.error({ err, method }, 'Control request failed')
    return refuse('CONTROL_FAILED', `${method} failed in the running MediKey: its log says why.`)
  }
}

const refuse = (code: string, shortMessage: string) => toAnswer(new ControlError({ code, shortMessage }))

const toAnswer = (error: BaseError): ControlAnswer => ({
  error: {
    name: error.name,
    code: error.code,
    shortMessage: error.shortMessage,
    userMessage: error.userMessage,
    metaMessages: [...error.metaMessages],
    retryable: error.retryable,
  },
})
