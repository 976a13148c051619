import { isLoopbackHost } from '@medikey/runtime'
import { z } from 'zod'

const answerSchema = z.object({ localChain: z.literal(true) })
const TIMEOUT_MS = 10_000

/**
 * Says whether the address is a chain of ours on this very machine: the one place where the personas' public keys may
 * sign. Anything but a clear yes is a no.
 */
export async function isLocalChain(apiUrl: string): Promise<boolean> {
  if (!isLoopbackHost(new URL(apiUrl).hostname)) return false
  try {
    const answer = await fetch(`${apiUrl.replace(/\/$/, '')}/local`, {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return answer.ok && answerSchema.safeParse(await answer.json()).success
  } catch {
    return false
  }
}
