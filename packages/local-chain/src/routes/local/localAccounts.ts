import type { App, RouteDeps } from '../../http/RouteDeps.ts'

/** `GET /local/accounts`: the funded accounts with their keys. */
export function localAccounts(app: App, { accounts }: RouteDeps): void {
  app.get('/local/accounts', (c) =>
    c.json({ accounts: accounts.map(({ name, address, privateKey }) => ({ name, address, privateKey })) }),
  )
}
