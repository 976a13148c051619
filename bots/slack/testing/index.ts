export { createFakeSlack } from './createFakeSlack.ts'
export type { WorldOptions } from './createWorld.ts'
export type { Delivery } from './drivers/Delivery.ts'
export type { FakeSlack } from './FakeSlack.ts'
export { renderText } from './renderText.ts'
export { signRequest } from './signRequest.ts'
export type {
  ApiCall,
  FakeEphemeral,
  FakeMessage,
  FakeNotice,
  FakeTeam,
  FakeView,
  Fault,
} from './World.ts'
