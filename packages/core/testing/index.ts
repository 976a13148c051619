export { createFakeClock, type FakeClock } from './createFakeClock.ts'
export { createMemoryStore, type MemoryStore } from './createMemoryStore.ts'
