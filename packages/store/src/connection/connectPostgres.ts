import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { StoreUnavailableError } from '../errors/StoreUnavailableError.ts'
import type { StoreLogger } from '../StoreLogger.ts'
import type { Connection } from './Connection.ts'
import { describeServer } from './describeServer.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** A unit of work never waits: one that does belongs to a process that hangs, and holds rows that others need. */
const IDLE_TIMEOUT_MS = 60_000
/** Any number, the same in every version: it names the lock that migrations are run under. */
const MIGRATION_LOCK = 7_203_114_977

/**
 * Connects to a PostgreSQL server.
 *
 * @throws StoreUnavailableError when it cannot be reached or refuses the login
 */
export async function connectPostgres(options: {
  databaseUrl: string
  logger: StoreLogger
}): Promise<Connection> {
  const { databaseUrl, logger } = options
  const shared = { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS }
  const pool = new pg.Pool({
    ...shared,
    max: 10,
    application_name: 'medikey',
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_TIMEOUT_MS,
  })
  // A connection that breaks while it is idle is replaced by the pool; unheard, the event would end the process.
  pool.on('error', (err) => logger.warn({ code: codeOf(err) }, 'idle database connection lost'))

  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new StoreUnavailableError({
      place: `the database ${describeServer(databaseUrl)}`,
      advice: `Check DATABASE_URL and that the server runs${hint(cause)}.`,
      cause,
    })
  }

  /** A session of our own, closed instead of reused when it broke: the driver's own transaction would leak it. */
  const withSession = async <T>(use: (session: pg.PoolClient) => Promise<T>): Promise<T> => {
    const session = await pool.connect()
    let broken: Error | undefined
    const onError = (error: Error) => {
      broken = error
    }
    session.on('error', onError)
    try {
      return await use(session)
    } finally {
      session.off('error', onError)
      session.release(broken)
    }
  }

  return {
    db: drizzle(pool),
    transaction: (work) => withSession((session) => drizzle(session).transaction(work)),
    migrate: (config) =>
      withSession(async (session) => {
        await session.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
        try {
          await migrate(drizzle(session), config)
        } finally {
          await session.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
        }
      }),
    bossOptions: { ...shared, max: 4, application_name: 'medikey-queue' },
    close: () => pool.end(),
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

function hint(error: unknown): string {
  const code = codeOf(error)
  return code === undefined ? '' : ` (${code})`
}
