import { createLogger } from '@medikey/runtime'

/** A logger that keeps everything to itself. */
export const silentLogger = createLogger({ level: 'silent', name: 'slack' })
