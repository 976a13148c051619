/** How the runtime and the system tell that a connection broke before its answer was there. */
const BROKEN = ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']

/**
 * Fetches a whole answer. A question whose connection breaks is asked once more: an API closes kept connections that
 * were idle, and may do so at the very moment one is used again. A transaction is not sent again here: whether it may
 * have arrived is for the caller to find out.
 */
export async function fetchAnswer(
  request: Request,
  o: { fetch: typeof fetch; signal: AbortSignal },
): Promise<{ response: Response; body: string }> {
  const isTransaction = request.method === 'POST' && request.url.endsWith('/v2/transactions')
  const again = isTransaction ? null : request.clone()
  try {
    return await fetchOnce(request, o)
  } catch (error) {
    if (again === null || o.signal.aborted || !isBroken(error)) throw error
    return await fetchOnce(again, o)
  }
}

async function fetchOnce(
  request: Request,
  o: { fetch: typeof fetch; signal: AbortSignal },
): Promise<{ response: Response; body: string }> {
  // A redirect could carry the key and the transaction to another host.
  const response = await o.fetch(request, { redirect: 'manual', signal: o.signal })
  return { response, body: await response.text() }
}

function isBroken(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && BROKEN.includes(String(cause.code))
}
