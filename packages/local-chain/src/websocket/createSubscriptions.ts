import { notification } from 'jsonrpc-lite'
import type { WebSocket } from 'ws'
import { deliver } from './deliver.ts'
import type { Subscriptions } from './Subscriptions.ts'

/** How many topics one connection may follow. */
export const maximumSubscriptions = 1024

/** Makes the subscriptions of a server that has no clients yet. */
export function createSubscriptions(): Subscriptions {
  const clientsOf = new Map<string, Set<WebSocket>>()
  const keysOf = new Map<WebSocket, Set<string>>()

  function add(client: WebSocket, key: string): boolean {
    const keys = entry(keysOf, client)
    if (!keys.has(key) && keys.size >= maximumSubscriptions) return false
    keys.add(key)
    entry(clientsOf, key).add(client)
    return true
  }
  function remove(client: WebSocket, key: string): void {
    take(keysOf, client, key)
    take(clientsOf, key, client)
  }
  function forget(client: WebSocket): void {
    for (const key of keysOf.get(client) ?? []) take(clientsOf, key, client)
    keysOf.delete(client)
  }
  return {
    add,
    remove,
    forget,
    isEmpty: () => clientsOf.size === 0,
    publish: ({ key, method, compose }) => {
      const clients = clientsOf.get(key)
      if (clients === undefined) return
      const message = notification(method, compose()).serialize()
      for (const client of clients) deliver(client, message)
    },
  }
}

function entry<K, V>(map: Map<K, Set<V>>, key: K): Set<V> {
  const found = map.get(key) ?? new Set<V>()
  map.set(key, found)
  return found
}

function take<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const found = map.get(key)
  found?.delete(value)
  if (found?.size === 0) map.delete(key)
}
