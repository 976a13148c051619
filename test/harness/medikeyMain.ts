import { fileURLToPath } from 'node:url'

/** The `medikey` command as it is run: Node takes the source. */
export const medikeyMain = fileURLToPath(new URL('../../packages/medikey/src/main.ts', import.meta.url))
