import {
  error,
  type IParsedObject,
  type JsonRpc,
  JsonRpcError,
  parse,
  type RequestObject,
  success,
} from 'jsonrpc-lite'
import type { WebSocket } from 'ws'
import { maximumSubscriptions } from './createSubscriptions.ts'
import { parseTopic } from './parseTopic.ts'
import type { Subscriptions } from './Subscriptions.ts'

// The library's types know no answer to a request whose id could not be read, which JSON-RPC 2.0 makes null.
const noId = null as never
/** The first of the codes that JSON-RPC 2.0 leaves to servers. */
const limitReached = -32000

/**
 * Answers a message of a client: one JSON-RPC 2.0 request or a batch of them.
 *
 * @returns Null when there is nothing to answer.
 */
export function answerMessage(
  subscriptions: Subscriptions,
  { client, message }: { client: WebSocket; message: string },
): string | null {
  try {
    const parsed = parse(message)
    const answer = (part: IParsedObject) => answerPart(subscriptions, { client, part })
    // Notifications get no answer.
    if (Array.isArray(parsed))
      return JSON.stringify(parsed.filter(({ type }) => type !== 'notification').map(answer))
    return parsed.type === 'notification' ? null : answer(parsed).serialize()
  } catch {
    // An answer repeats what it did not understand; nested too deeply, even that cannot be written.
    return error(noId, JsonRpcError.internalError(null)).serialize()
  }
}

function answerPart(
  subscriptions: Subscriptions,
  { client, part }: { client: WebSocket; part: IParsedObject },
): JsonRpc {
  switch (part.type) {
    case 'request':
      return answerRequest(subscriptions, { client, request: part.payload })
    case 'error':
    case 'success':
      return error(
        part.payload.id as string,
        JsonRpcError.invalidRequest(`unexpected ${part.type} msg from client`),
      )
    case 'invalid':
      return error(noId, part.payload)
    default:
      throw new Error('A notification is not answered.')
  }
}

function answerRequest(
  subscriptions: Subscriptions,
  { client, request: { id, method, params } }: { client: WebSocket; request: RequestObject },
): JsonRpc {
  if (method !== 'subscribe' && method !== 'unsubscribe') return error(id, JsonRpcError.methodNotFound(null))
  const topic = parseTopic(params)
  if (typeof topic === 'string') return error(id, JsonRpcError.invalidParams(topic))
  if (method === 'unsubscribe') subscriptions.remove(client, topic.key)
  else if (!subscriptions.add(client, topic.key)) {
    const message = `One connection may have ${maximumSubscriptions} subscriptions: end some, or open another.`
    return error(id, new JsonRpcError(message, limitReached))
  }
  return success(id, topic.subject)
}
