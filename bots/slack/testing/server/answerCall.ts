import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from '../methods/Method.ts'
import { methods } from '../methods/methods.ts'
import type { World } from '../World.ts'
import { authenticate } from './authenticate.ts'
import { findMissingScope } from './findMissingScope.ts'
import { getRetryAfter } from './getRetryAfter.ts'
import { listScopes } from './listScopes.ts'
import { parseArguments } from './parseArguments.ts'
import { readBody } from './readBody.ts'
import { takeFault } from './takeFault.ts'

/** Answers one call of the Web API, with the faults that are due. */
export async function answerCall(
  world: World,
  options: { name: string; request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { name, request, response } = options
  const body = await readBody(request)
  const method = methods[name]
  if (method === undefined) return send(response, { ok: false, error: 'unknown_method' })
  let given: Record<string, unknown>
  try {
    given = parseArguments({ body, contentType: request.headers['content-type'] ?? '' })
  } catch {
    return send(response, { ok: false, error: 'invalid_arguments' })
  }
  const { token: fieldToken, ...args } = given
  const token =
    request.headers.authorization?.replace(/^Bearer /, '') ?? (fieldToken as string | undefined) ?? null
  const caller = authenticate(world, { method, token })
  if ('error' in caller) return send(response, { ok: false, error: caller.error })
  const call = { team: caller.team, args }
  world.calls.push({ method: name, team: caller.team.id, args })
  const provided = method.token === 'app' ? 'connections:write' : listScopes(world).join(',')
  response.setHeader('x-oauth-scopes', provided)
  response.setHeader('x-accepted-oauth-scopes', method.scopes.join(','))

  const fault = takeFault(world, name)
  if (fault?.kind === 'rate_limited') return sendRateLimited(response, fault.retryAfterSeconds)
  if (fault?.kind === 'error') return send(response, { ok: false, error: fault.error })
  if (fault?.kind === 'status' && !fault.accepted) return void response.writeHead(fault.status).end()
  if (fault?.kind === 'drop' && !fault.accepted) return void response.destroy()

  const needed = findMissingScope(world, { method, call })
  if (needed !== null) return send(response, { ok: false, error: 'missing_scope', needed, provided })
  const retryAfter = getRetryAfter(world, { name, method, call })
  if (retryAfter > 0) return sendRateLimited(response, retryAfter)
  const answer = method.answer(world, call)
  if (fault?.kind === 'status') return void response.writeHead(fault.status).end()
  if (fault?.kind === 'drop') return void response.destroy()
  if (fault?.kind === 'delay') await wait(fault.ms, undefined, { ref: false })
  send(response, answer)
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(answer))
}

function sendRateLimited(response: ServerResponse, seconds: number): void {
  response
    .writeHead(429, { 'content-type': 'application/json', 'retry-after': seconds.toString() })
    .end(JSON.stringify({ ok: false, error: 'ratelimited' }))
}
