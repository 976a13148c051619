export { type Clinic, createClinic, type Handle, people } from './createClinic.ts'
export { createFakeClock, type FakeClock } from './createFakeClock.ts'
export { createFakeLedger, type FakeLedger } from './createFakeLedger.ts'
export { createMemoryStore, type MemoryStore } from './createMemoryStore.ts'
