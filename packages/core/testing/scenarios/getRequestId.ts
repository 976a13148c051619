import type { ChatDriver } from './ChatDriver.ts'

/** The id of the newest request. */
export async function getRequestId({ clinic }: ChatDriver): Promise<string> {
  const [request] = await clinic.deps.store.findRequests({ limit: 1 })
  if (request === undefined) throw new Error('Nobody asked for anything.')
  return request.id
}
