/** Names the server of a connection string without its password: `medikey at db.example:5432`. */
export function describeServer(databaseUrl: string): string {
  try {
    const url = new URL(databaseUrl)
    return `${url.pathname.slice(1) || 'postgres'} at ${url.host || 'the local socket'}`
  } catch {
    return 'that DATABASE_URL names'
  }
}
