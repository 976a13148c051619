import type { LocalChain } from '../src/LocalChain.ts'

/** Asks a control route, with the token. */
export async function controlChain(
  { url, token }: Pick<LocalChain, 'url' | 'token'>,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}
