import type { Queue } from '../../src/ports/Queue.ts'
import type { Store } from '../../src/ports/Store.ts'

/** An empty store with its queue, as a conformance test is given it. */
export type OpenedStore = { readonly store: Store; readonly queue: Queue; close(): Promise<void> }
