import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { ApiRefusal } from '../routes/ApiRefusal.ts'
import { type ErrorCode, errorCodes } from '../routes/errorCodes.ts'
import type { Answer, SentFile } from '../routes/Route.ts'
import type { ApiCall, World } from '../World.ts'
import { type FoundRoute, findRoute } from './findRoute.ts'
import { readBody } from './readBody.ts'
import { redactPath } from './redactPath.ts'
import { ServerFailure } from './ServerFailure.ts'
import { sendRateLimited } from './sendRateLimited.ts'
import { takeFault } from './takeFault.ts'
import { takeFromBucket } from './takeFromBucket.ts'

const BASE = '/api/v10'
const NOT_FOUND: Answer = { status: 404, body: { message: '404: Not Found', code: 0 } }
const UNAUTHORIZED: Answer = { status: 401, body: { message: '401: Unauthorized', code: 0 } }
const UNREADABLE: Answer = { status: 400, body: new ApiRefusal(50109).body }

/** Answers one call of the REST API, with the faults that are due. */
export async function answerCall(
  world: World,
  options: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const { request, response } = options
  const sent = await readBody(request)
  const { pathname, searchParams: query } = new URL(request.url ?? '/', world.origin)
  const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : ''
  const route = findRoute({ method: request.method ?? 'GET', path })
  if (route === null) return send(response, NOT_FOUND)
  const body = sent === null ? undefined : readJson(sent.text)
  const call: ApiCall = { route: route.name, path: redactPath(route), body: body ?? null, status: null }
  world.calls.push(call)
  const finish = (answer: Answer, headers: Readonly<Record<string, string>> = {}) => {
    call.status = answer.status
    send(response, answer, headers)
  }
  if (!isOpen(route) && request.headers.authorization !== `Bot ${world.token}`) return finish(UNAUTHORIZED)
  if (body === undefined) return finish(UNREADABLE)

  const fault = takeFault(world, route.name)
  if (fault?.kind === 'rate_limited') {
    call.status = 429
    const { retryAfterSeconds, isGlobal = false } = fault
    return sendRateLimited(response, { retryAfterMs: retryAfterSeconds * 1000, isGlobal, headers: {} })
  }
  if (fault?.kind === 'error')
    return finish({ status: fault.status, body: { code: fault.code, message: nameError(fault) } })
  const isAccepted = fault === null || fault.kind === 'delay' || fault.accepted
  const taken = takeFromBucket(world, route)
  if (taken.retryAfterMs !== null) {
    call.status = 429
    return sendRateLimited(response, { ...taken, retryAfterMs: taken.retryAfterMs })
  }
  const answer = isAccepted ? carryOut(world, { route, query, body, files: sent?.files ?? [] }) : NOT_FOUND
  if (fault?.kind === 'status') return finish({ status: fault.status, body: null })
  if (fault?.kind === 'drop') return void response.destroy()
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'delay') await wait(fault.ms, undefined, { ref: false })
  finish(answer, taken.headers)
}

function carryOut(
  world: World,
  options: { route: FoundRoute; query: URLSearchParams; body: unknown; files: readonly SentFile[] },
): Answer {
  const { route, query, body, files } = options
  try {
    return route.handle(world, { params: route.params, query, body, files })
  } catch (error) {
    if (error instanceof ApiRefusal) return { status: error.status, body: error.body }
    if (error instanceof ServerFailure) return { status: 500, body: { message: error.shortMessage, code: 0 } }
    throw error
  }
}

function nameError({ status, code }: { status: number; code: number }): string {
  return code in errorCodes ? errorCodes[code as ErrorCode].message : `${status}: ${STATUS_CODES[status]}`
}

/** Interactions bring a token of their own. */
function isOpen(route: FoundRoute): boolean {
  return route.params.token !== undefined || route.name === 'GET /gateway'
}

/** Undefined where the text is no JSON. */
function readJson(text: string): unknown {
  if (text === '') return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function send(
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const { status, body } = answer
  if (body === null) return void response.writeHead(status, headers).end()
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
