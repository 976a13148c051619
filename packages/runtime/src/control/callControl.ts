import { once } from 'node:events'
import { type IncomingMessage, request as openRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import type { z } from 'zod'
import { ControlError } from './ControlError.ts'
import { controlAnswerSchema } from './controlProtocol.ts'
import { NotRunningError } from './NotRunningError.ts'
import { RemoteError } from './RemoteError.ts'

/**
 * Calls a method of the MediKey that runs on a data directory.
 *
 * @param options.result Checks what comes back; bigints travel as decimal strings (`z.coerce.bigint()`).
 * @param options.timeoutMs How long to wait for the answer. Default 30 000.
 * @throws {NotRunningError} where nobody answers: the caller may then open the store itself.
 * @throws {RemoteError} with the code and sentences of the error that arose in the running process.
 * @throws {ControlError} where the answer comes late or cannot be read.
 * @example
 * const { pid } = await callControl({ socketPath, method: 'status', params: null, result: z.object({ pid: z.int() }) })
 */
export async function callControl<Result extends z.ZodType>(options: {
  socketPath: string
  method: string
  params: unknown
  result: Result
  timeoutMs?: number
}): Promise<z.output<Result>> {
  const { method, result, timeoutMs = 30_000 } = options
  const answer = controlAnswerSchema.safeParse(parseJson(await send({ ...options, timeoutMs })))
  if (!answer.success) throw unreadable(method, answer.error)
  if ('error' in answer.data) {
    const { name, ...rest } = answer.data.error
    throw new RemoteError({ ...rest, remoteName: name })
  }
  const checked = await result.safeParseAsync(answer.data.result)
  if (!checked.success) throw unreadable(method, checked.error)
  return checked.data
}

async function send(options: {
  socketPath: string
  method: string
  params: unknown
  timeoutMs: number
}): Promise<string> {
  const { socketPath, method, params, timeoutMs } = options
  const body = JSON.stringify({ method, params }, (_name, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  )
  const signal = AbortSignal.timeout(timeoutMs)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const request = openRequest({ socketPath, path: '/', method: 'POST', headers, signal })
  // A server that answers before it has read everything resets the connection after its answer.
  request.on('error', () => {})
  try {
    request.end(body)
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return await text(response)
  } catch (cause) {
    if (signal.aborted)
      throw new ControlError({
        code: 'CONTROL_TIMEOUT',
        shortMessage: `The running MediKey did not answer ${method} within ${timeoutMs} ms: look at its log, then try again.`,
        retryable: true,
        cause,
      })
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    if (['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'].includes(code))
      throw new NotRunningError({ socketPath, cause })
    throw new ControlError({
      code: 'CONTROL_INTERRUPTED',
      shortMessage: `The connection to the running MediKey broke during ${method} (${code}): check that it runs, and that this user may open its socket, then try again.`,
      retryable: true,
      cause,
    })
  }
}

function parseJson(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return null
  }
}

const unreadable = (method: string, cause: unknown) =>
  new ControlError({
    code: 'CONTROL_UNREADABLE',
    shortMessage: `The answer of the running MediKey to ${method} cannot be read: restart it, so that both are the same version.`,
    cause,
  })
