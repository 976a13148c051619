export { createFakeDiscord } from './createFakeDiscord.ts'
export type { WorldOptions } from './createWorld.ts'
export type { Delivery } from './drivers/Delivery.ts'
export type { FakeDiscord } from './FakeDiscord.ts'
export { observedLimits } from './observedLimits.ts'
export { renderText } from './renderText.ts'
export type {
  ApiCall,
  Choice,
  FakeCommand,
  FakeMessage,
  FakeModal,
  FakeResponse,
  Fault,
  RateLimits,
} from './World.ts'
